import { suggestionsOfAll } from './suggestions-of-all.js';

console.log(JSON.stringify(suggestionsOfAll()));

export { nativeBackend } from './native-backend.js';

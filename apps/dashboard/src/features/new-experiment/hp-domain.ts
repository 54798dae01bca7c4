type Domain = Readonly<Record<string, unknown>>;

/** What a person types as a choice: numbers and booleans are what they look like, all else is text. */
export function toChoice(text: string): string | number | boolean {
  const trimmed = text.trim();
  if (trimmed === 'true' || trimmed === 'false') return trimmed === 'true';
  return trimmed !== '' && Number.isFinite(Number(trimmed)) ? Number(trimmed) : trimmed;
}

export function toChoices(texts: readonly string[]): (string | number | boolean)[] {
  return texts.map(toChoice);
}

export function choiceTexts(choices: unknown): string[] {
  return Array.isArray(choices) ? choices.map(String) : [];
}

/** The domain with another type: what both types have stays. */
export function retype(domain: Domain, type: string): Domain {
  const { low, high, log, choices, when } = domain;
  const kept = when === undefined ? {} : { when };
  if (type === 'categorical' || type === 'ordinal') {
    const values = Array.isArray(choices) ? choices : [low, high].filter((each) => each !== undefined);
    return { type, choices: values, ...kept };
  }
  const whole = type === 'int';
  const bound = (value: unknown, otherwise: number) => {
    const number = typeof value === 'number' ? value : otherwise;
    return whole ? Math.round(number) : number;
  };
  const numbers = Array.isArray(choices) ? choices.filter((each): each is number => typeof each === 'number') : [];
  const least = numbers.length > 0 ? Math.min(...numbers) : whole ? 1 : 0.0001;
  const most = numbers.length > 0 ? Math.max(...numbers) : whole ? 10 : 0.1;
  const from = bound(low, least);
  return {
    type,
    low: from,
    high: Math.max(bound(high, most), whole ? from + 1 : from),
    ...(log === true && from > 0 ? { log } : {}),
    ...kept,
  };
}

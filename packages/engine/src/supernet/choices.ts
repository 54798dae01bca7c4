import type { Gate, ParamValue } from '@cambium/core';

/** A parameter whose value says which nodes a network has, and the values it may take. */
export interface Choice {
  readonly param: string;
  readonly values: readonly ParamValue[];
}

/** The value of each choice that a network takes. */
export type Path = Readonly<Record<string, ParamValue>>;

/** One place in a vector for each value of each choice, choice by choice. */
export interface ChoiceLayout {
  readonly choices: readonly Choice[];
  readonly size: number;
  /** Where the values of the choice begin. */
  offset(choice: number): number;
  /** The gate's place; undefined when it belongs to none of the choices. */
  indexOf(gate: Gate): number | undefined;
}

export function choiceLayout(choices: readonly Choice[]): ChoiceLayout {
  const offsets: number[] = [];
  const places = new Map<string, number>();
  let size = 0;
  for (const { param, values } of choices) {
    offsets.push(size);
    values.forEach((value, i) => void places.set(key({ param, value }), size + i));
    size += values.length;
  }
  return {
    choices,
    size,
    offset: (choice) => offsets[choice] as number,
    indexOf: (gate) => places.get(key(gate)),
  };
}

function key({ param, value }: Gate): string {
  return JSON.stringify([param, value]);
}

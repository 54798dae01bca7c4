/** Time as an argument. Milliseconds since 1970. */
export interface Clock {
  now(): number;
}

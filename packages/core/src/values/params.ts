/** One value of one parameter. */
export type ParamValue = number | string | boolean;

/**
 * One point of a space: flat, dotted keys (`hp.lr`, `arch.1.kernel`, `aug.magnitude`). The first segment names the
 * branch. Inactive conditional keys are absent.
 */
export type Params = Readonly<Record<string, ParamValue>>;

// The two outcomes of anything that may be refused. Expected refusals are values
// with a stable code; bugs are thrown and never travel in a Result.

/** A success that carries its value. */
export interface Ok<Value> {
  readonly ok: true;
  readonly value: Value;
}

/** A refusal that carries its reason. */
export interface Err<Reason> {
  readonly ok: false;
  readonly error: Reason;
}

export type Result<Value, Reason> = Ok<Value> | Err<Reason>;

/** A reason that people and programs can act on: the code is stable, the details fill the translated sentence. */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  readonly details?: Readonly<Record<string, string | number>> | undefined;
}

/** Wraps a success. */
export function ok<Value>(value: Value): Ok<Value> {
  return { ok: true, value };
}

/** Wraps a refusal. */
export function err<Reason>(error: Reason): Err<Reason> {
  return { ok: false, error };
}

/** Shorthand for the most common refusal: a code with details. */
export function refuse<Code extends string>(
  code: Code,
  details?: Readonly<Record<string, string | number>>,
): Err<Refusal<Code>> {
  return err(details === undefined ? { code } : { code, details });
}

/** Takes the value out where a refusal would be a bug; throws with the code otherwise. */
export function expectOk<Value>(result: Result<Value, { readonly code: string }>): Value {
  if (result.ok) return result.value;
  throw new Error(`expected success, was refused: ${result.error.code} ${JSON.stringify(result.error)}`);
}

/** Closes a switch over a union: reaching it is a bug. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}

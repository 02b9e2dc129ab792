/**
 * What was read from one place, before any judgement. `ok: false` means that it could not be read:
 * the guidelines that need it are `unknown`, never `pass`. Something that was looked for and is not
 * there is a read fact too, with the value `undefined`.
 */
export type Fact<T> =
  | { ok: true; value: T; source: string }
  | {
      ok: false;
      reason: string;
      /** True where reading it ended half-way: by a deadline, a cancellation or a cut connection. */
      interrupted?: boolean;
    };

/** The value inside a fact. */
export type FactValue<F> = F extends { ok: true; value: infer T } ? T : never;

export function read<T>(value: T, source: string): Fact<T> {
  return { ok: true, value, source };
}

export function unreadable(reason: string): Fact<never> {
  return { ok: false, reason };
}

/** Reading it ended half-way, so that a later run may well read it. */
export function interrupted(reason: string): Fact<never> {
  return { ok: false, reason, interrupted: true };
}

/** A variable that the runner sets. */
export function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`The runner sets no ${name}.`);
  return value;
}

/** An input; empty where it is not given. */
export function input(name: string): string {
  return process.env[`INPUT_${name.toUpperCase()}`] ?? '';
}

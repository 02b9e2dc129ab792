/** The first line of every rendered YAML document. */
export function header(purpose: string): string {
  return `${purpose}\nRendered from scalardl.yaml by scalardl-on-eks: change that file, not this one.`;
}

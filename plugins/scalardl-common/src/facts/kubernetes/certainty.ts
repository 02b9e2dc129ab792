/** An answer that may depend on something the files do not tell. */
export type Certainty = 'yes' | 'no' | 'unknown';

/** All must hold: one `no` decides, then one `unknown`. */
export function every(answers: readonly Certainty[]): Certainty {
  if (answers.includes('no')) return 'no';
  return answers.includes('unknown') ? 'unknown' : 'yes';
}

/** One must hold: one `yes` decides, then one `unknown`. */
export function some(answers: readonly Certainty[]): Certainty {
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

export function not(answer: Certainty): Certainty {
  return { yes: 'no', no: 'yes', unknown: 'unknown' }[answer] as Certainty;
}

export function certain(holds: boolean): Certainty {
  return holds ? 'yes' : 'no';
}

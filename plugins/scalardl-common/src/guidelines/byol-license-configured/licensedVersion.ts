import { type Certainty, certain } from '../../facts/kubernetes/certainty';

/** The images ask for a licence key from this version on. */
const FIRST = { major: 3, minor: 9 };

/** Whether an image of the version, as its tag says it, asks for a licence key. */
export function asksForLicense(version: string): Certainty {
  const match = /^v?(\d+)\.(\d+)/.exec(version);
  if (!match) return 'unknown';
  const [, major = 0, minor = 0] = match.map(Number);
  return certain(
    major > FIRST.major || (major === FIRST.major && minor >= FIRST.minor),
  );
}

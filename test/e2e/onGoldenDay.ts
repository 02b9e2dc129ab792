/** The day on which goldens are judged, so that a dated table does not fail these tests one day. */
const DAY = Date.parse('2026-11-23T10:00:00.000Z');

/**
 * A value of NODE_OPTIONS with which the processes of these jobs live on that day. All others need the real date:
 * they sign requests.
 */
export function onGoldenDay(jobs: readonly string[]): string {
  const script = `
    if (${JSON.stringify(jobs)}.includes(process.env.GITHUB_JOB)) {
      globalThis.Date = class extends Date {
        constructor(...given) { super(...(given.length > 0 ? given : [${DAY}])); }
        static now() { return ${DAY}; }
      };
    }`;
  return `--import=data:text/javascript,${encodeURIComponent(script)}`;
}

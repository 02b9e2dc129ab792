import {
  EKSCTL_SUPPORT,
  KUBERNETES_SUPPORT,
  SCALARDL_SUPPORT,
  type SupportTable,
  compareVersions,
  judgeVersion,
  supportedRange,
} from './support';

const TABLE: SupportTable = {
  name: 'Kubernetes',
  readOn: '2026-11-23',
  validUntil: '2027-05-31',
  versions: [
    { version: '1.9', supportEnds: '2026-01-01' },
    { version: '1.10' },
  ],
  sources: [],
};

describe('judgeVersion', () => {
  it.each([
    ['1.9', '2026-11-24', 'supported'],
    ['1.10.3', '2027-05-31', 'supported'],
    ['1.11', '2026-11-24', 'unsupported'],
    ['1.8', '2026-11-24', 'unsupported'],
    ['1.8', '2031-01-01', 'unsupported'],
    ['1.8', undefined, 'unsupported'],
    ['1.10', '2027-06-01', 'unknown'],
    ['1.11', '2027-06-01', 'unknown'],
    ['1.11', undefined, 'unknown'],
  ])('calls %s on %s %s', (version, today, verdict) => {
    expect(judgeVersion(TABLE, version, today).verdict).toBe(verdict);
  });

  it('tells the day on which support ends', () => {
    expect(judgeVersion(TABLE, '1.9', '2026-11-24')).toEqual({
      verdict: 'supported',
      supportEnds: '2026-01-01',
    });
  });
});

describe('supportedRange', () => {
  it('names the first and the last version', () => {
    expect(supportedRange(TABLE)).toBe('1.9 to 1.10');
  });
});

describe('compareVersions', () => {
  it.each([
    ['1.9', '1.10', -1],
    ['1.10', '1.10.0', 0],
    ['2.0', '1.99', 1],
  ])('compares %s with %s number by number', (first, second, sign) => {
    expect(Math.sign(compareVersions(first, second))).toBe(sign);
  });
});

describe.each([KUBERNETES_SUPPORT, SCALARDL_SUPPORT, EKSCTL_SUPPORT])(
  'the table of $name',
  ({ versions, readOn, validUntil, sources }) => {
    it('is in order, without gaps, and dated', () => {
      const minors = versions.map(({ version }) =>
        Number(version.split('.')[1]),
      );
      expect(minors).toEqual(
        minors.map((_, index) => (minors[0] ?? 0) + index),
      );
      expect(readOn < validUntil).toBe(true);
      expect(sources).not.toHaveLength(0);
    });
  },
);

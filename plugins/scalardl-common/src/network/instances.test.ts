import { findInstanceType, instanceTypeNames } from './instances';

/** Lines of `misc/eni-max-pods.txt` in aws/amazon-vpc-cni-k8s of 2026-08-20, for the sizes of the table. */
const MAX_PODS = `
c5 2xlarge=58 4xlarge=234 large=29 xlarge=58
c5a 2xlarge=58 4xlarge=234 large=29 xlarge=58
c6a 2xlarge=58 4xlarge=234 large=29 xlarge=58
c6g 2xlarge=58 4xlarge=234 large=29 medium=8 xlarge=58
c6i 2xlarge=58 4xlarge=234 large=29 xlarge=58
c7a 2xlarge=58 4xlarge=234 large=29 medium=8 xlarge=58
c7g 2xlarge=58 4xlarge=234 large=29 medium=8 xlarge=58
c7i 2xlarge=58 4xlarge=234 large=29 xlarge=58
c8a 2xlarge=158 4xlarge=314 large=59 medium=8 xlarge=78
c8g 2xlarge=58 4xlarge=234 large=29 medium=8 xlarge=58
c8i 2xlarge=118 4xlarge=394 large=59 xlarge=118
m5 2xlarge=58 4xlarge=234 large=29 xlarge=58
m5a 2xlarge=58 4xlarge=234 large=29 xlarge=58
m6a 2xlarge=58 4xlarge=234 large=29 xlarge=58
m6g 2xlarge=58 4xlarge=234 large=29 medium=8 xlarge=58
m6i 2xlarge=58 4xlarge=234 large=29 xlarge=58
m7a 2xlarge=58 4xlarge=234 large=29 medium=8 xlarge=58
m7g 2xlarge=58 4xlarge=234 large=29 medium=8 xlarge=58
m7i 2xlarge=58 4xlarge=234 large=29 xlarge=58
m8a 2xlarge=158 4xlarge=314 large=59 medium=8 xlarge=78
m8g 2xlarge=58 4xlarge=234 large=29 medium=8 xlarge=58
m8i 2xlarge=118 4xlarge=394 large=59 xlarge=118
r5 2xlarge=58 4xlarge=234 large=29 xlarge=58
r6a 2xlarge=58 4xlarge=234 large=29 xlarge=58
r6g 2xlarge=58 4xlarge=234 large=29 medium=8 xlarge=58
r6i 2xlarge=58 4xlarge=234 large=29 xlarge=58
r7a 2xlarge=58 4xlarge=234 large=29 medium=8 xlarge=58
r7g 2xlarge=58 4xlarge=234 large=29 medium=8 xlarge=58
r7i 2xlarge=58 4xlarge=234 large=29 xlarge=58
r8g 2xlarge=58 4xlarge=234 large=29 medium=8 xlarge=58
r8i 2xlarge=118 4xlarge=394 large=59 xlarge=118
t3 2xlarge=58 large=35 medium=17 xlarge=58
t3a 2xlarge=58 large=35 medium=17 xlarge=58
t4g 2xlarge=58 large=35 medium=17 xlarge=58
`;

const DOCUMENTED = MAX_PODS.trim()
  .split('\n')
  .flatMap(line => {
    const [family, ...sizes] = line.split(' ');
    return sizes.map(entry => {
      const [size, maxPods] = entry.split('=');
      return { name: `${family}.${size}`, maxPods: Number(maxPods) };
    });
  });

describe('findInstanceType', () => {
  it('holds exactly the documented types, with their number of pods', () => {
    const held = instanceTypeNames().map(name => ({
      name,
      maxPods: findInstanceType(name)?.maxPods,
    }));
    expect(held).toHaveLength(DOCUMENTED.length);
    expect(held).toEqual(expect.arrayContaining(DOCUMENTED));
  });

  /** Answers of DescribeInstanceTypes. */
  it.each([
    ['c5.xlarge', 4, 8192, 4, 15, false, 'x86_64'],
    ['c7a.medium', 1, 2048, 2, 4, false, 'x86_64'],
    ['c8i.xlarge', 4, 8192, 4, 30, false, 'x86_64'],
    ['c8a.2xlarge', 8, 16384, 4, 40, false, 'x86_64'],
    ['m7i.large', 2, 8192, 3, 10, false, 'x86_64'],
    ['m8i.4xlarge', 16, 65536, 8, 50, false, 'x86_64'],
    ['m8g.xlarge', 4, 16384, 4, 15, false, 'arm64'],
    ['r7i.2xlarge', 8, 65536, 4, 15, false, 'x86_64'],
    ['t3.medium', 2, 4096, 3, 6, true, 'x86_64'],
    ['t3a.large', 2, 8192, 3, 12, true, 'x86_64'],
    ['t3.xlarge', 4, 16384, 4, 15, true, 'x86_64'],
    ['t4g.2xlarge', 8, 32768, 4, 15, true, 'arm64'],
  ])(
    '%s',
    (
      name,
      cpus,
      memoryMiB,
      networkInterfaces,
      addressesPerInterface,
      burstable,
      architecture,
    ) => {
      expect(findInstanceType(name)).toMatchObject({
        name,
        cpus,
        memoryMiB,
        networkInterfaces,
        addressesPerInterface,
        burstable,
        architecture,
      });
    },
  );

  it.each([
    '',
    'm7i',
    'm7i.metal-24xl',
    'x2idn.xlarge',
    'm7i.xlarge.',
    'constructor.name',
  ])('knows nothing of %j', name => {
    expect(findInstanceType(name)).toBeUndefined();
  });
});

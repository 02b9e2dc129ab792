import { parseEnvironment } from './parseEnvironment';
import { formatProblem } from './problem';
import { example, exampleText } from './rules/example.fixture';

function problemsOf(text: string): string[] {
  const parsed = parseEnvironment(text, { today: '2026-11-24' });
  return parsed.ok ? [] : parsed.problems.map(formatProblem);
}

describe('parseEnvironment', () => {
  it('gives the environment with its defaults', () => {
    const parsed = parseEnvironment(exampleText());
    const { spec } = example();
    expect(parsed).toEqual({
      ok: true,
      environment: {
        ...example(),
        spec: {
          ...spec,
          ledger: withDefaults(spec.ledger),
          auditor: withDefaults(spec.auditor),
          applications: [{ ...spec.applications?.[0], peering: 'create' }],
          waivers: [],
          imageMirrors: [],
          systemNamespaces: [],
          allowedWorkloads: [],
        },
      },
    });
  });

  it('reads JSON, which is YAML', () => {
    expect(parseEnvironment(JSON.stringify(example())).ok).toBe(true);
  });

  it('names the file that it was given', () => {
    const parsed = parseEnvironment('', { file: 'environments/shop.yaml' });
    expect(parsed).toMatchObject({
      ok: false,
      problems: [{ file: 'environments/shop.yaml', line: 1, column: 1 }],
    });
  });

  it('tells the problems of YAML, of keys and of rules at once, in the order of the file', () => {
    const text = exampleText(({ spec }) => {
      spec.kubernetesVersion = '1.x';
      spec.serviceCidr = '10.1.0.0/16';
      Object.assign(spec.ledger.nodes, { max: 'many', constructor: {} });
    });
    const parsed = parseEnvironment(text);
    const keys = parsed.ok ? [] : parsed.problems.map(({ key }) => key);
    expect(keys).toEqual([
      'spec.kubernetesVersion',
      'spec.ledger.network.cidr',
      'spec.ledger.nodes.max',
      'spec.ledger.nodes.constructor',
      'spec.auditor.network.cidr',
    ]);
  });

  it('points at the key', () => {
    const text = exampleText(({ spec }) => {
      spec.auditor.loadBalancerPorts.client = 9001;
    });
    const line = text.split('\n').findIndex(row => row.includes('9001')) + 1;
    const parsed = parseEnvironment(text);
    expect(parsed).toMatchObject({ problems: [{ line, column: 7 }] });
  });

  it('does not call a value missing that was left out for a flaw', () => {
    const text = exampleText().replace(/region: .*/, 'region: *nowhere');
    expect(problemsOf(text)).toEqual([
      expect.stringContaining('spec.region: expected an alias of an anchor'),
    ]);
  });

  it('judges the first value of a repeated key', () => {
    const text = exampleText().replace(
      '  region: ap-northeast-1\n',
      '  region: Tokyo\n  region: ap-northeast-1\n',
    );
    expect(problemsOf(text)).toEqual([
      expect.stringContaining('received "Tokyo"'),
      expect.stringContaining('spec.region: expected every key once'),
    ]);
  });

  it('knows the guidelines: a requirement is never waived', () => {
    const waiver = {
      guideline: 'separate-databases',
      reason: 'We share one for now.',
      owner: 'group:default/payments',
      expires: '2027-01-31',
    };
    const text = exampleText(({ spec }) => {
      spec.waivers = [waiver, { ...waiver, guideline: 'separate-databasse' }];
    });
    expect(problemsOf(text)).toEqual([
      expect.stringContaining('separate-databases, a requirement'),
      expect.stringContaining('The nearest one is separate-databases.'),
    ]);
  });

  describe('a derived guideline that the file would break', () => {
    const small = (side?: 'ledger' | 'auditor') =>
      exampleText(({ spec }) => {
        spec.ledger.network.cidr = '10.1.0.0/21';
        spec.waivers = [
          {
            guideline: 'subnet-address-headroom',
            ...(side && { side }),
            reason: 'The pods of this side never fill the interfaces.',
            owner: 'group:default/payments',
            expires: '2027-01-31',
          },
        ];
      });

    it.each([undefined, 'ledger'] as const)(
      'is left to the plan stage by a waiver for %s',
      side => {
        expect(problemsOf(small(side))).toEqual([]);
      },
    );

    it('is a problem when the waiver is for the other side', () => {
      expect(problemsOf(small('auditor'))).toEqual([
        expect.stringMatching(/\(guideline subnet-address-headroom\)$/),
      ]);
    });
  });

  it('keeps what is no key of an object out of the environment', () => {
    const text = exampleText(({ spec }) => {
      spec.ledger.eksctl = { vpc: { nat: { gateway: 'Single' } } };
    }).replace('      nat:', '      __proto__: { polluted: true }\n      nat:');
    expect(problemsOf(text)).toEqual([
      expect.stringContaining('spec.ledger.eksctl.vpc.__proto__'),
    ]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

function withDefaults(side: ReturnType<typeof example>['spec']['ledger']) {
  return {
    ...side,
    endpoint: { access: 'private' },
    nodes: { ...side.nodes, volumeSizeGiB: 80, amiFamily: 'AmazonLinux2023' },
    pods: { ...side.pods, envoyReplicas: 3 },
  };
}

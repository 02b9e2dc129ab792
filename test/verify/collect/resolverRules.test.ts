import { clientOptions } from '@scalardl-on-eks/action-toolkit/aws';
import {
  type SideLiveFacts,
  read,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { type IncomingMessage, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SideAccess } from '@scalardl-on-eks/verify-guidelines/src/collect/sideAccess';
import { closeClients } from '@scalardl-on-eks/verify-guidelines/src/collect/aws/clients';
import { resolverRules } from '@scalardl-on-eks/verify-guidelines/src/collect/aws/resolverRules';

interface Asked {
  operation: string;
  authorization: string;
  input: { NextToken?: string };
}

type Answer = [status: number, body: object];

/** AWS on loopback, as far as this collector calls it. */
class Aws {
  readonly asked: Asked[] = [];
  private readonly server: Server;

  constructor(answer: (asked: Asked, count: number) => Answer) {
    this.server = createServer((request, response) => {
      void bodyOf(request).then(body => {
        const { headers } = request;
        const [, operation = ''] = String(headers['x-amz-target']).split('.');
        const authorization = headers.authorization ?? '';
        const asked = { operation, authorization, input: JSON.parse(body) };
        this.asked.push(asked);
        const [status, told] = answer(asked, this.asked.length);
        response.writeHead(status).end(JSON.stringify(told));
      });
    });
  }

  async start(): Promise<string> {
    await new Promise<void>(resolve => {
      this.server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString();
}

/** Two pages of associations, of which one rule is not shown. */
function usual({ operation, input }: Asked): Answer {
  if (operation === 'ListResolverRules')
    return [
      200,
      {
        ResolverRules: [
          {
            Id: 'r-1',
            DomainName: 'A.test.',
            RuleType: 'FORWARD',
            TargetIps: [{ Ip: '10.9.0.2' }, { Ipv6: '::9' }],
          },
        ],
      },
    ];
  return input.NextToken === undefined
    ? [
        200,
        {
          ResolverRuleAssociations: [
            { ResolverRuleId: 'r-1', Status: 'COMPLETE' },
            { ResolverRuleId: 'r-2', Status: 'OVERRIDDEN' },
          ],
          NextToken: 'more',
        },
      ]
    : [
        200,
        {
          ResolverRuleAssociations: [
            { ResolverRuleId: 'r-3', Status: 'COMPLETE' },
          ],
        },
      ];
}

const KEYS = ['AWS_ENDPOINT_URL', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];

describe('resolverRules', () => {
  const before = KEYS.map(key => [key, process.env[key]] as const);
  let aws: Aws | undefined;

  afterEach(() => aws?.stop());
  afterAll(() => {
    for (const [key, value] of before) {
      if (value === undefined) delete process.env[key];
      else process.env[key] = value;
    }
  });

  async function collect(
    answer: (asked: Asked, count: number) => Answer,
    ownerId = '111111111111',
  ) {
    aws = new Aws(answer);
    process.env.AWS_ENDPOINT_URL = await aws.start();
    process.env.AWS_ACCESS_KEY_ID = 'AKIATEST';
    process.env.AWS_SECRET_ACCESS_KEY = 'test';
    const deadline = { at: Date.now() + 30_000, setBy: 'this test' };
    const options = await clientOptions({ region: 'eu-west-1' }, deadline);
    const access = {
      target: { side: 'ledger', aws: { region: 'eu-west-1' } },
      aws: options,
      signal: new AbortController().signal,
    };
    const given = {
      cluster: read({ accountId: '111111111111' }, 'test'),
      vpc: read({ id: 'vpc-1', ownerId }, 'test'),
    };
    try {
      return await resolverRules.collect(
        access as unknown as SideAccess,
        given as unknown as SideLiveFacts,
      );
    } finally {
      closeClients(options);
    }
  }

  it('tells the rules in force, and which of them nobody shows', async () => {
    expect(await collect(usual)).toEqual([
      {
        id: 'r-1',
        type: 'FORWARD',
        domain: 'a.test',
        targets: ['10.9.0.2', '::9'],
      },
      {
        id: 'r-3',
        unread: 'route53resolver:ListResolverRules does not show it',
      },
    ]);
    for (const { authorization } of aws?.asked ?? []) {
      expect(authorization).toContain(
        '/eu-west-1/route53resolver/aws4_request',
      );
    }
  });

  it('asks again where AWS was asked too often', async () => {
    const found = await collect((asked, count) =>
      count === 1 ? [400, { __type: 'ThrottlingException' }] : usual(asked),
    );
    expect(found).toHaveLength(2);
    expect(aws?.asked).toHaveLength(4);
  });

  it('says which right is missing', async () => {
    await expect(
      collect(asked =>
        asked.operation === 'ListResolverRules'
          ? [400, { __type: 'AccessDeniedException', message: 'no' }]
          : usual(asked),
      ),
    ).rejects.toThrow(
      "route53resolver:ListResolverRules failed with the Ledger's credentials (eu-west-1): AccessDeniedException: no. Allow route53resolver:ListResolverRules in the policy",
    );
  });

  it('does not take the associations of this account for those of another one’s VPC', async () => {
    await expect(collect(usual, '222222222222')).rejects.toThrow(
      'the VPC belongs to 222222222222',
    );
    expect(aws?.asked).toEqual([]);
  });
});

import type { Rule } from './rule';

/** Names that do not outlive a load balancer, or that mean something else inside the Auditor cluster. */
const REFUSED: readonly (readonly [RegExp, string])[] = [
  [/^\d+(?:\.\d+){3}$/, 'an IP address, which changes with the load balancer'],
  [
    /\.amazonaws\.com$/,
    "the load balancer's own name, which changes with the load balancer",
  ],
  [
    /\.svc$|\.cluster\.local$|^localhost\./,
    'a name that the Auditor cluster resolves to itself',
  ],
];

/** `ledgerHost` is a name of a private zone that stays when the load balancer is replaced. */
export const ledgerHost: Rule = ({ spec }) => {
  const host = spec?.auditor?.ledgerHost;
  if (host === undefined) return [];
  const refused = REFUSED.find(([pattern]) => pattern.test(host));
  if (!refused) return [];
  return [
    {
      path: ['spec', 'auditor', 'ledgerHost'],
      expected:
        'a name of a private hosted zone, such as ledger.payments.internal',
      received: `${host}, ${refused[1]}`,
      remedy:
        'Name a record of a private zone that both VPCs resolve, or remove ledgerHost: the deploy workflow then passes the current name.',
    },
  ];
};

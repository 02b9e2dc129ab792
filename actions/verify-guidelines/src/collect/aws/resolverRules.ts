import type { LiveResolverRule } from '@scalardl-on-eks/plugin-scalardl-common';
import { collector, valueOf } from '../collector';
import type { SideAccess } from '../sideAccess';
import { call } from './call';
import { plainZoneName } from './liveNameRecord';

/** What is read of https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_ResolverRule.html. */
interface ResolverRule {
  Id: string;
  DomainName?: string;
  RuleType?: string;
  TargetIps?: { Ip?: string; Ipv6?: string }[];
}

interface Association {
  ResolverRuleId: string;
  Status?: string;
}

interface Page {
  ResolverRules?: ResolverRule[];
  ResolverRuleAssociations?: Association[];
  NextToken?: string;
}

const SERVICE = { name: 'route53resolver', target: 'Route53Resolver' };

/** A rule that another one of the same domain overrides, or that could not be associated. */
const WITHOUT_EFFECT = ['OVERRIDDEN', 'FAILED'];

export const resolverRules = collector({
  fact: 'resolverRules',
  needs: ['cluster', 'vpc'],
  aws: [
    'route53resolver:ListResolverRuleAssociations',
    'route53resolver:ListResolverRules',
  ],
  async collect(access, given) {
    const { accountId } = valueOf(given, 'cluster');
    const { id, ownerId } = valueOf(given, 'vpc');
    if (ownerId !== accountId) {
      throw new Error(
        `route53resolver:ListResolverRuleAssociations of ${id}: the VPC belongs to ${ownerId}, and what is listed to ${accountId} are associations of its own.`,
      );
    }
    const [associations, rules] = await Promise.all([
      readAll(access, 'ListResolverRuleAssociations', {
        Filters: [{ Name: 'VPCId', Values: [id] }],
      }),
      readAll(access, 'ListResolverRules', {}),
    ]);
    const known = rules.flatMap(({ ResolverRules = [] }) => ResolverRules);
    return associations
      .flatMap(({ ResolverRuleAssociations = [] }) => ResolverRuleAssociations)
      .filter(({ Status }) => !WITHOUT_EFFECT.includes(Status ?? ''))
      .map(({ ResolverRuleId }) =>
        understand(
          ResolverRuleId,
          known.find(rule => rule.Id === ResolverRuleId),
        ),
      );
  },
});

function understand(id: string, rule: ResolverRule | undefined) {
  if (!rule) {
    return { id, unread: 'route53resolver:ListResolverRules does not show it' };
  }
  return {
    id,
    type: rule.RuleType ?? '',
    domain: plainZoneName(rule.DomainName ?? '.'),
    targets: (rule.TargetIps ?? []).map(({ Ip, Ipv6 }) => Ip ?? Ipv6 ?? ''),
  } satisfies LiveResolverRule;
}

async function readAll(
  access: SideAccess,
  operation: 'ListResolverRuleAssociations' | 'ListResolverRules',
  input: object,
): Promise<Page[]> {
  const pages: Page[] = [];
  let next: string | undefined;
  do {
    const page = await readPage(access, operation, {
      ...input,
      MaxResults: 100,
      ...(next && { NextToken: next }),
    });
    pages.push(page);
    next = page.NextToken;
  } while (next);
  return pages;
}

async function readPage(
  access: SideAccess,
  operation: string,
  input: object,
): Promise<Page> {
  const { callJson } = await import('./json/callJson');
  return call(
    access,
    { action: `route53resolver:${operation}` },
    ({ abortSignal }) =>
      callJson<Page>(
        { service: SERVICE, operation, input },
        access,
        abortSignal,
      ),
  );
}

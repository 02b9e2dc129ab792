import { AUDITOR, LEDGER, createVpc } from './awsClients.ts';
import { onTestbed } from './onTestbed.ts';
import { callResolver } from './resolver/callResolver.ts';

interface Rules {
  ResolverRule: { Id: string; DomainName: string };
  ResolverRules: { Id: string; DomainName: string; RuleType: string }[];
  ResolverRuleAssociations: { ResolverRuleId: string; Status: string }[];
}

onTestbed('Route 53 Resolver', ready => {
  const call = (operation: string, input: object = {}, place = LEDGER) =>
    callResolver<Rules>(ready().testbed, place, { operation, input });

  const rule = async (name: string, DomainName: string) => {
    const { ResolverRule } = await call('CreateResolverRule', {
      ...{ CreatorRequestId: name, Name: name, DomainName },
      RuleType: 'FORWARD',
      TargetIps: [{ Ip: '10.9.0.2' }],
    });
    return ResolverRule;
  };

  const associations = async (VPCId: string) => {
    const { ResolverRuleAssociations } = await call(
      'ListResolverRuleAssociations',
      { Filters: [{ Name: 'VPCId', Values: [VPCId] }] },
    );
    return ResolverRuleAssociations.map(one => [
      one.ResolverRuleId,
      one.Status,
    ]);
  };

  const INTERNET = 'rslvr-autodefined-rr-internet-resolver';

  it('has the rule for the Internet in every VPC, until another one is for all names', async () => {
    const VPCId = await createVpc(ready().ledger, '10.1.0.0/16');
    expect(await associations(VPCId)).toEqual([[INTERNET, 'COMPLETE']]);
    const { Id: ResolverRuleId, DomainName } = await rule('all', '.');
    expect(DomainName).toBe('.');
    await call('AssociateResolverRule', {
      ...{ ResolverRuleId, VPCId },
      Name: 'all',
    });
    expect(await associations(VPCId)).toEqual(
      expect.arrayContaining([
        [INTERNET, 'OVERRIDDEN'],
        [ResolverRuleId, 'COMPLETE'],
      ]),
    );
  });

  it('refuses a second rule of the same domain in one VPC', async () => {
    const VPCId = await createVpc(ready().ledger, '10.1.0.0/16');
    const [one, other] = [
      await rule('one', 'shop.example'),
      await rule('other', 'shop.example.'),
    ];
    const associate = ({ Id }: { Id: string }) =>
      call('AssociateResolverRule', {
        ...{ ResolverRuleId: Id, VPCId },
        Name: 'shop',
      });
    await associate(one);
    await expect(associate(other)).rejects.toThrow(
      `Conflict with resolver rule '${one.Id}'`,
    );
  });

  it('shows an account its own rules', async () => {
    await rule('one', 'shop.example');
    const { ResolverRules } = await call('ListResolverRules', {}, AUDITOR);
    expect(ResolverRules).toMatchObject([
      { Id: INTERNET, DomainName: '.', RuleType: 'RECURSIVE' },
    ]);
  });
});

onTestbed('a new VPC', ready => {
  it('asks Route 53 for names', async () => {
    const { ledger } = ready();
    const VpcId = await createVpc(ledger, '10.1.0.0/16');
    const { Vpcs } = await ledger.describeVpcs({ VpcIds: [VpcId] });
    const { DhcpOptions } = await ledger.describeDhcpOptions({
      DhcpOptionsIds: [Vpcs?.[0]?.DhcpOptionsId ?? ''],
    });
    expect(DhcpOptions?.[0]?.DhcpConfigurations).toContainEqual({
      Key: 'domain-name-servers',
      Values: [{ Value: 'AmazonProvidedDNS' }],
    });
  });

  it('leaves that to the others when it is deleted', async () => {
    const { ledger } = ready();
    const [VpcId, other] = [
      await createVpc(ledger, '10.1.0.0/16'),
      await createVpc(ledger, '10.2.0.0/16'),
    ];
    const before = await ledger.describeVpcs({ VpcIds: [other] });
    await ledger.deleteVpc({ VpcId });
    const { DhcpOptions } = await ledger.describeDhcpOptions({
      DhcpOptionsIds: [before.Vpcs?.[0]?.DhcpOptionsId ?? ''],
    });
    expect(DhcpOptions).toHaveLength(1);
  });
});

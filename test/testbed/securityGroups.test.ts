import type { EC2, IpPermission } from '@aws-sdk/client-ec2';
import {
  AUDITOR,
  createSecurityGroup,
  createVpc,
  ec2,
  present,
} from './awsClients';
import { onTestbed } from './onTestbed';
import { createPair, establish, reached, remove, type Pair } from './peerings';

const tcp = (FromPort: number, others: IpPermission): IpPermission => ({
  IpProtocol: 'tcp',
  FromPort,
  ToPort: FromPort,
  ...others,
});

onTestbed('a security group', ready => {
  let ledger: EC2;
  let pair: Pair;
  let group: string;

  beforeEach(async () => {
    ledger = ready().ledger;
    pair = await createPair(ledger);
    group = await createSecurityGroup(ledger, pair.vpc);
  });

  const admit = (...IpPermissions: IpPermission[]) =>
    ledger.authorizeSecurityGroupIngress({ GroupId: group, IpPermissions });

  async function rules() {
    const { SecurityGroupRules } = await ledger.describeSecurityGroupRules({
      Filters: [{ Name: 'group-id', Values: [group] }],
    });
    return present(SecurityGroupRules).filter(rule => !rule.IsEgress);
  }

  it('answers with the rules that it added, with tags and owner', async () => {
    const { SecurityGroupRules: added } =
      await ledger.authorizeSecurityGroupIngress({
        GroupId: group,
        IpPermissions: [
          tcp(50051, {
            IpRanges: [{ CidrIp: '10.2.0.9/16', Description: 'peer' }],
          }),
          tcp(50052, { IpRanges: [{ CidrIp: '10.2.0.0/16' }] }),
        ],
        TagSpecifications: [
          {
            ResourceType: 'security-group-rule',
            Tags: [{ Key: 'Owner', Value: 'us' }],
          },
        ],
      });
    expect(added?.map(rule => rule.FromPort)).toEqual([50051, 50052]);
    expect(added?.[0]).toMatchObject({
      CidrIpv4: '10.2.0.0/16',
      Description: 'peer',
      GroupOwnerId: '111111111111',
      IsEgress: false,
      Tags: [{ Key: 'Owner', Value: 'us' }],
    });
    expect(await rules()).toEqual(added);
  });

  it('knows a rule again whatever its description says', async () => {
    await admit(
      tcp(50051, {
        IpRanges: [{ CidrIp: '10.2.0.0/16', Description: 'ours' }],
      }),
    );
    await expect(
      admit(
        tcp(50051, {
          IpRanges: [{ CidrIp: '10.2.0.0/16', Description: 'theirs' }],
        }),
      ),
    ).rejects.toMatchObject({ name: 'InvalidPermission.Duplicate' });
    await ledger.revokeSecurityGroupIngress({
      GroupId: group,
      IpPermissions: [tcp(50051, { IpRanges: [{ CidrIp: '10.2.0.0/16' }] })],
    });
    expect(await rules()).toEqual([]);
  });

  it('adds all rules of a request or none', async () => {
    await admit(tcp(50051, { IpRanges: [{ CidrIp: '10.2.0.0/16' }] }));
    await expect(
      admit(
        tcp(50052, { IpRanges: [{ CidrIp: '10.2.0.0/16' }] }),
        tcp(50051, { IpRanges: [{ CidrIp: '10.2.0.0/16' }] }),
      ),
    ).rejects.toMatchObject({ name: 'InvalidPermission.Duplicate' });
    expect((await rules()).map(rule => rule.FromPort)).toEqual([50051]);
  });

  it('loses a rule once, by id or by value', async () => {
    const { SecurityGroupRules: added } = await admit(
      tcp(50051, { IpRanges: [{ CidrIp: '10.2.0.0/16' }] }),
    );
    const SecurityGroupRuleIds = present(added).map(rule =>
      present(rule.SecurityGroupRuleId),
    );
    await ledger.revokeSecurityGroupIngress({
      GroupId: group,
      SecurityGroupRuleIds,
    });
    expect(await rules()).toEqual([]);
    await expect(
      ledger.revokeSecurityGroupIngress({
        GroupId: group,
        SecurityGroupRuleIds,
      }),
    ).rejects.toMatchObject({ name: 'InvalidSecurityGroupRuleId.NotFound' });
    await expect(
      ledger.revokeSecurityGroupIngress({
        GroupId: group,
        IpPermissions: [tcp(50051, { IpRanges: [{ CidrIp: '10.2.0.0/16' }] })],
      }),
    ).rejects.toMatchObject({ name: 'InvalidPermission.NotFound' });
  });

  it('takes as many rules as the quota allows, and none of a request beyond it', async () => {
    await ready().testbed.settings({ quotas: { rulesPerSecurityGroup: 2 } });
    const ranges = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        CidrIp: `10.${index}.0.0/16`,
      }));
    await expect(admit(tcp(1, { IpRanges: ranges(3) }))).rejects.toMatchObject({
      name: 'RulesPerSecurityGroupLimitExceeded',
    });
    expect(await rules()).toEqual([]);
    await admit(tcp(1, { IpRanges: ranges(2) }));
    expect((await rules()).length).toBe(2);
  });

  it('lists its rules in pages', async () => {
    await admit(
      ...Array.from({ length: 7 }, (_, index) =>
        tcp(index + 1, { IpRanges: [{ CidrIp: '10.2.0.0/16' }] }),
      ),
    );
    const Filters = [{ Name: 'group-id', Values: [group] }];
    const first = await ledger.describeSecurityGroupRules({
      Filters,
      MaxResults: 5,
    });
    const second = await ledger.describeSecurityGroupRules({
      Filters,
      MaxResults: 5,
      NextToken: first.NextToken,
    });
    // Seven, and the one for all egress.
    expect([
      first.SecurityGroupRules?.length,
      second.SecurityGroupRules?.length,
      second.NextToken,
    ]).toEqual([5, 3, undefined]);
    await expect(
      ledger.describeSecurityGroupRules({ Filters, MaxResults: 4 }),
    ).rejects.toMatchObject({
      name: 'InvalidParameterValue',
    });
  });

  describe('named by a rule of another one', () => {
    it('stands in the same VPC or in one that is peered', async () => {
      const peerGroup = await createSecurityGroup(ledger, pair.peerVpc);
      const reference = tcp(50051, {
        UserIdGroupPairs: [{ GroupId: peerGroup, Description: 'peer' }],
      });
      await expect(admit(reference)).rejects.toMatchObject({
        name: 'InvalidGroup.NotFound',
        message:
          'You have specified two resources that belong to different networks.',
      });
      const id = await establish(pair);
      await admit(reference);
      const [rule] = await rules();
      expect(rule?.ReferencedGroupInfo).toMatchObject({
        GroupId: peerGroup,
        VpcPeeringConnectionId: id,
        PeeringStatus: 'active',
      });
    });

    it('may belong to the other account', async () => {
      const { auditor } = ready();
      const between = {
        ...pair,
        accepter: auditor,
        peerVpc: await createVpc(auditor, '10.2.0.0/16'),
      };
      const peerGroup = await createSecurityGroup(auditor, between.peerVpc);
      await establish(between, AUDITOR);
      await expect(
        admit(tcp(50051, { UserIdGroupPairs: [{ GroupId: peerGroup }] })),
      ).rejects.toMatchObject({ name: 'InvalidGroup.NotFound' });
      await admit(
        tcp(50051, {
          UserIdGroupPairs: [{ GroupId: peerGroup, UserId: AUDITOR.account }],
        }),
      );
      expect((await rules())[0]?.ReferencedGroupInfo?.UserId).toBe(
        AUDITOR.account,
      );
    });

    it('cannot stand in another region', async () => {
      const place = { ...AUDITOR, region: 'ap-northeast-1' };
      const abroad = await ec2(ready().testbed, place);
      const far = {
        ...pair,
        accepter: abroad,
        peerVpc: await createVpc(abroad, '10.2.0.0/16'),
      };
      await establish(far, place);
      const peerGroup = await createSecurityGroup(abroad, far.peerVpc);
      await expect(
        admit(
          tcp(50051, {
            UserIdGroupPairs: [{ GroupId: peerGroup, UserId: place.account }],
          }),
        ),
      ).rejects.toMatchObject({ name: 'InvalidGroup.NotFound' });
    });

    it('makes that rule stale when the peering is deleted', async () => {
      const id = await establish(pair);
      const peerGroup = await createSecurityGroup(ledger, pair.peerVpc);
      await admit(tcp(50051, { UserIdGroupPairs: [{ GroupId: peerGroup }] }));
      const stale = async () => {
        const { StaleSecurityGroupSet } =
          await ledger.describeStaleSecurityGroups({ VpcId: pair.vpc });
        return StaleSecurityGroupSet?.map(each => [
          each.GroupId,
          each.StaleIpPermissions?.[0]?.FromPort,
        ]);
      };
      const before = await stale();
      await remove(ledger, id);
      await reached(ledger, id, 'deleted');
      expect([before, await stale()]).toEqual([[], [[group, 50051]]]);
    });
  });

  it('counts a prefix list for as many rules as it may have entries', async () => {
    const { PrefixList } = await ledger.createManagedPrefixList({
      PrefixListName: 'peers',
      AddressFamily: 'IPv4',
      MaxEntries: 5,
      Entries: [{ Cidr: '10.2.0.0/16' }],
    });
    const PrefixListId = present(PrefixList?.PrefixListId);
    await ready().testbed.settings({ quotas: { rulesPerSecurityGroup: 4 } });
    await expect(
      admit(tcp(50051, { PrefixListIds: [{ PrefixListId }] })),
    ).rejects.toMatchObject({
      name: 'RulesPerSecurityGroupLimitExceeded',
    });
    const { Entries } = await ledger.getManagedPrefixListEntries({
      PrefixListId,
    });
    expect(Entries?.map(entry => entry.Cidr)).toEqual(['10.2.0.0/16']);
    await expect(
      ledger.getManagedPrefixListEntries({
        PrefixListId: 'pl-0123456789abcdef0',
      }),
    ).rejects.toMatchObject({ name: 'InvalidPrefixListID.NotFound' });
  });
});

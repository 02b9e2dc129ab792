import { isRegistryOfEks } from './awsRegistries';

describe('isRegistryOfEks', () => {
  it.each([
    ['602401143452.dkr.ecr.ap-northeast-1.amazonaws.com/eks/coredns', 'yes'],
    ['602401143452.dkr.ecr.us-west-2.amazonaws.com/amazon-k8s-cni', 'yes'],
    ['877085696533.dkr.ecr.af-south-1.amazonaws.com/eks/coredns', 'yes'],
    ['918309763551.dkr.ecr.cn-north-1.amazonaws.com.cn/eks/coredns', 'yes'],
    [
      '013241004608.dkr.ecr-fips.us-gov-west-1.amazonaws.com/eks/coredns',
      'yes',
    ],
    ['602401143452.dkr-ecr.us-west-2.on.aws/eks/coredns', 'yes'],
    ['602401143452.dkr.ecr.af-south-1.amazonaws.com/eks/coredns', 'no'],
    ['333333333333.dkr.ecr.ap-northeast-1.amazonaws.com/eks/coredns', 'no'],
    ['333333333333.dkr.ecr.xx-north-9.amazonaws.com/eks/coredns', 'unknown'],
    [
      '602401143452.dkr.ecr.us-west-2.amazonaws.com.evil.example/eks/coredns',
      undefined,
    ],
    [
      'evil.example/602401143452.dkr.ecr.us-west-2.amazonaws.com/eks',
      undefined,
    ],
    ['registry.k8s.io/coredns', undefined],
  ])('%s: %s', (repository, answer) => {
    expect(isRegistryOfEks(repository)).toBe(answer);
  });
});

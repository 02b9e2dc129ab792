import { SMALL_WORLD } from '../smallWorld.ts';
import { crashes } from './crashes.ts';
import type { Told } from './told.ts';
import { throttles } from './throttles.ts';

function told(chapter: string, calls: string[]): Told {
  return {
    chapter: { name: chapter, text: '', after: [] },
    writes: calls.filter(name => /:(?:Create|Update|Delete)/.test(name)),
    calls,
    world: SMALL_WORLD,
  };
}

const STORY = [
  told('create', [
    'eks:DescribeCluster',
    'cloudformation:CreateStack',
    'eks:DescribeCluster',
    'eks:CreateAddon',
    'eks:CreateAddon',
  ]),
  told('change', ['eks:DescribeCluster', 'eks:UpdateAddon']),
];

const namesOf = (cases: readonly { name: string }[]) =>
  cases.map(({ name }) => name);

describe('the cases of the soak test of run-eksctl', () => {
  it('crash after every single write, in order', () => {
    expect(namesOf(STORY.flatMap(crashes))).toEqual([
      'run-eksctl/crash/create/001-cloudformation:CreateStack',
      'run-eksctl/crash/create/002-eks:CreateAddon',
      'run-eksctl/crash/create/003-eks:CreateAddon',
      'run-eksctl/crash/change/001-eks:UpdateAddon',
    ]);
  });

  it('throttle each kind of call once, where it comes first', () => {
    expect(namesOf(throttles(STORY))).toEqual([
      'run-eksctl/throttle/create/cloudformation:CreateStack',
      'run-eksctl/throttle/create/eks:CreateAddon',
      'run-eksctl/throttle/create/eks:DescribeCluster',
      'run-eksctl/throttle/change/eks:UpdateAddon',
    ]);
  });
});

import {
  type NodeGroup,
  nodeGroups,
} from '../../facts/clusterConfig/nodeGroups';
import { listOf, recordOf, textOf } from '../../facts/plain/plain';
import type { Subject } from '../../report/report';
import { combine } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';

/** https://docs.aws.amazon.com/eks/latest/best-practices/data-encryption-and-secrets-management.html */
export const nodeVolumesEncrypted: Guideline = {
  id: 'node-volumes-encrypted',
  level: 'derived',
  title: 'Volumes of the nodes are encrypted',
  source: source('eksBestPractices', 'Data encryption and secrets management'),
  pass: 'Every volume of every node is encrypted.',
  fail: 'A volume is not encrypted, or only if the AWS account happens to do so by default.',
  remedy:
    'Set volumeEncrypted: true with volumeSize on the node group, and volumeEncrypted on each additional volume.',
  plan: sideCheck({
    needs: ['clusterConfig'],
    check: ({ clusterConfig }) =>
      combine(nodeGroups(clusterConfig).flatMap(volumeSubjects), {
        none: 'no node groups',
        expected: 'volumeEncrypted: true for every volume',
      }),
  }),
  live,
};

function volumeSubjects(group: NodeGroup): Subject[] {
  if (group.get('launchTemplate') !== undefined) {
    return [
      {
        id: group.id,
        verdict: 'unknown',
        detail: 'a launch template of its own decides',
        location: group.locate('launchTemplate'),
      },
    ];
  }
  const encrypted = group.get('volumeEncrypted') === true;
  return [
    {
      id: group.id,
      verdict: encrypted ? 'pass' : 'fail',
      detail: `volumeEncrypted is ${String(group.get('volumeEncrypted') ?? 'not set')}`,
      location: group.locate('volumeEncrypted'),
    },
    ...bottlerocketSubjects(group),
    ...additionalSubjects(group),
  ];
}

/** Bottlerocket has two volumes; eksctl encrypts both only while it names them itself. */
function bottlerocketSubjects(group: NodeGroup): Subject[] {
  const family = String(group.get('amiFamily') ?? '');
  const name = textOf(group.get('volumeName'));
  if (!family.startsWith('Bottlerocket') || !name) return [];
  const other = name === '/dev/xvda' ? '/dev/xvdb' : '/dev/xvda';
  const covered = listOf(group.get('additionalVolumes'))
    .map(recordOf)
    .some(
      volume => volume.volumeName === other && volume.volumeEncrypted === true,
    );
  return [
    {
      id: `${group.id} ${other}`,
      verdict: covered ? 'pass' : 'fail',
      detail: covered
        ? `${other} is encrypted by an entry of its own`
        : `volumeName is set, so eksctl leaves ${other}, the other volume of Bottlerocket, unencrypted`,
      location: group.locate('volumeName'),
    },
  ];
}

function additionalSubjects(group: NodeGroup): Subject[] {
  return listOf(group.get('additionalVolumes'))
    .map(recordOf)
    .map((volume, index) => {
      const name = textOf(volume.volumeName) ?? String(index);
      const encrypted = volume.volumeEncrypted === true;
      return {
        id: `${group.id} ${name}`,
        verdict: encrypted ? 'pass' : 'fail',
        detail: `volumeEncrypted of the additional volume ${name} is ${String(volume.volumeEncrypted ?? 'not set')}`,
        location: group.locate('additionalVolumes', index, 'volumeName'),
      };
    });
}

import { compareVersions } from '@scalardl-on-eks/plugin-scalardl-common';
import { type Document, isMap } from 'yaml';
import type { Choices } from '../inputs/runInputs';
import { parseConfig } from './configFile';

/** First release that puts the control plane on private subnets (https://github.com/eksctl-io/eksctl/pull/8793). */
const CONTROL_PLANE_KEY_SINCE = '0.231.0';

interface Overlay {
  eksctlVersion: string;
  choices: Choices;
}

/**
 * The text that eksctl is given: the file's own, but with the endpoint of a bootstrap and without the key
 * that this eksctl would refuse and that this action sees to itself.
 */
export function overlayConfig(
  text: string,
  { eksctlVersion, choices }: Overlay,
): string {
  const document = parseConfig(text);
  const before = document.toString();
  const refused = ['vpc', 'controlPlaneOnPrivateSubnets'];
  if (
    compareVersions(eksctlVersion, CONTROL_PLANE_KEY_SINCE) < 0 &&
    document.hasIn(refused)
  ) {
    document.deleteIn(refused);
  }
  if (choices.endpoint === 'bootstrap') {
    withMap(document, ['vpc']);
    withMap(document, ['vpc', 'clusterEndpoints']);
    document.setIn(['vpc', 'clusterEndpoints', 'publicAccess'], true);
    document.setIn(['vpc', 'clusterEndpoints', 'privateAccess'], true);
    document.setIn(['vpc', 'publicAccessCIDRs'], [choices.bootstrapCidr]);
  }
  const after = document.toString();
  return after === before ? text : after;
}

/** `vpc:` without a value is nothing to set anything in. */
function withMap(document: Document, path: readonly string[]): void {
  if (!isMap(document.getIn(path))) {
    document.setIn(path, document.createNode({}));
  }
}

interface OnlyAddons {
  addons: readonly { name: string; version?: string }[];
  /** Left out where nodes come later: eksctl would wait for CoreDNS, which waits for them. */
  nodeGroups: boolean;
}

/** The same with these add-ons only, because eksctl goes through every add-on that a file names. */
export function onlyAddons(
  text: string,
  { addons, nodeGroups }: OnlyAddons,
): string {
  const document = parseConfig(text);
  if (!nodeGroups) {
    document.delete('managedNodeGroups');
    document.delete('nodeGroups');
  }
  const declared: unknown = document.toJS().addons ?? [];
  const all = Array.isArray(declared) ? declared : [];
  document.set(
    'addons',
    addons.map(addon => ({
      ...all.find(({ name }) => name === addon.name),
      ...addon,
    })),
  );
  return document.toString();
}

/** The same with the pod identity associations of these service accounts only, each as `namespace/name`. */
export function onlyPodIdentities(
  text: string,
  accounts: readonly string[],
): string {
  const document = parseConfig(text);
  const path = ['iam', 'podIdentityAssociations'];
  const declared: unknown = document.toJS().iam?.podIdentityAssociations;
  const all = Array.isArray(declared) ? declared : [];
  document.setIn(
    path,
    all.filter(({ namespace, serviceAccountName }) =>
      accounts.includes(`${namespace}/${serviceAccountName}`),
    ),
  );
  return document.toString();
}

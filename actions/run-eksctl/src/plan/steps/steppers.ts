import { stepper, type Stepper } from '../step';
import { addAccessEntries } from './addAccessEntries';
import { addAddons } from './addAddons';
import { addNodeGroups } from './addNodeGroups';
import { addOidcProvider } from './addOidcProvider';
import { addPodIdentities } from './addPodIdentities';
import { createCluster } from './createCluster';
import { deleteNodeGroup } from './deleteNodeGroup';
import { encryptSecrets } from './encryptSecrets';
import { moveControlPlane } from './moveControlPlane';
import { removeLeftover, removeUnusedRole } from './removeLeftover';
import { scaleNodeGroup } from './scaleNodeGroup';
import { setEndpoint } from './setEndpoint';
import { setLogging } from './setLogging';
import { setSupportType } from './setSupportType';
import { updateAddons } from './updateAddons';
import { upgradeCluster } from './upgradeCluster';
import { upgradeNodeGroup } from './upgradeNodeGroup';

/** Every kind of change, in the order in which changes are made. */
export const STEPPERS: readonly Stepper[] = [
  stepper(removeLeftover),
  stepper(removeUnusedRole),
  stepper(createCluster),
  stepper(setEndpoint('first')),
  stepper(upgradeCluster),
  stepper(addAccessEntries),
  stepper(setLogging),
  stepper(setSupportType),
  stepper(addOidcProvider),
  stepper(addAddons('before nodes')),
  stepper(addNodeGroups),
  stepper(encryptSecrets),
  stepper(addAddons('after nodes')),
  stepper(updateAddons),
  stepper(upgradeNodeGroup),
  stepper(scaleNodeGroup),
  stepper(addPodIdentities),
  stepper(deleteNodeGroup),
  stepper(moveControlPlane),
  stepper(setEndpoint('last')),
];

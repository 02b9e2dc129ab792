import type { AnyCollector } from '../collector';
import { addons } from './addons';
import { autoScalingGroups } from './autoScalingGroups';
import { cluster } from './cluster';
import { clusterVersions } from './clusterVersions';
import { databases } from './databases';
import { fargateProfiles } from './fargateProfiles';
import { identity } from './identity';
import { instanceTypes } from './instanceTypes';
import { instances } from './instances';
import { loadBalancers } from './loadBalancers';
import { nameServers } from './nameServers';
import { natGateways } from './natGateways';
import { networkAcls } from './networkAcls';
import { networkInterfaces } from './networkInterfaces';
import { nodeGroups } from './nodeGroups';
import { peerings } from './peerings';
import { prefixLists } from './prefixLists';
import { privateZones } from './privateZones';
import { quotas } from './quotas';
import { resolverRules } from './resolverRules';
import { routeTables } from './routeTables';
import { securityGroups } from './securityGroups';
import { staleSecurityGroups } from './staleSecurityGroups';
import { subnets } from './subnets';
import { tables } from './tables';
import { targetHealth } from './targetHealth';
import {
  transitGatewayAttachments,
  transitGatewayRouteTables,
} from './transitGateways';
import { volumes } from './volumes';
import { vpc } from './vpc';
import { vpcDns } from './vpcDns';
import { vpcEndpoints } from './vpcEndpoints';

/** One for every fact of AWS. */
export const AWS_COLLECTORS: readonly AnyCollector[] = [
  addons,
  autoScalingGroups,
  cluster,
  clusterVersions,
  databases,
  fargateProfiles,
  identity,
  instanceTypes,
  instances,
  loadBalancers,
  nameServers,
  natGateways,
  networkAcls,
  networkInterfaces,
  nodeGroups,
  peerings,
  prefixLists,
  privateZones,
  quotas,
  resolverRules,
  routeTables,
  securityGroups,
  staleSecurityGroups,
  subnets,
  tables,
  targetHealth,
  transitGatewayAttachments,
  transitGatewayRouteTables,
  volumes,
  vpc,
  vpcDns,
  vpcEndpoints,
];

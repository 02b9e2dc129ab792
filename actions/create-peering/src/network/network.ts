import type { Account } from '../aws/account';
import type { Peering } from '../peering/peering';
import type { RouteTable } from '../routes/routeTable';
import type { Rule } from '../rules/rule';
import type { DeclaredNetwork } from '../topology/topology';
import type { Quotas } from './quotas';

/** What changes while this action works; read again after every change. */
export interface NetworkState {
  /** Every peering of the VPC, whatever its status. */
  peerings: readonly Peering[];
  /** Every route table of the VPC. */
  tables: readonly RouteTable[];
  /** Inbound rules of the groups, and of other groups of the VPC where this action made them. */
  rules: readonly Rule[];
}

/** What can be told of a network without its credentials. */
export interface Counterpart {
  name: string;
  key: string;
  region: string;
  vpcId?: string;
  accountId?: string;
  /** Ranges of the VPC, as far as they are known. */
  ranges?: readonly string[];
  /** Whether the ranges were read from the VPC itself, rather than from the inputs. */
  isRead: boolean;
  /** Ranges that call; every range of the VPC where this is left out. */
  callers?: readonly string[];
  serviceRange?: string;
}

/** A network that this run has credentials for. */
export interface Network extends Counterpart {
  declared: DeclaredNetwork;
  account: Account;
  accountId: string;
  vpcId: string;
  ranges: readonly string[];
  /** Whether the VPC has DNS support and DNS host names. */
  resolvesNames: boolean;
  /** Ids of the route tables that steer the chosen subnets. */
  effectiveTables: ReadonlySet<string>;
  /** Ids of the security groups that carry the traffic. */
  groups: readonly string[];
  quotas: Quotas;
  state: NetworkState;
}

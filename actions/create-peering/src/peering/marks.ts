/** Name of the connection that something was made for, or that a peering serves. */
export const NAME_TAG = 'scalardl-on-eks:peering';

/** How a peering came to serve the connection. */
export const ORIGIN_TAG = 'scalardl-on-eks:origin';

/** The VPCs for which this action switched on an adopted peering's resolution of names. */
export const DNS_TAG = 'scalardl-on-eks:dns';

/** VPC in which a rule was made. */
export const VPC_TAG = 'scalardl-on-eks:vpc';

/**
 * - `made`: requested by this action, which also deletes it;
 * - `accepted`: requested from another account or region, accepted by this action;
 * - `adopted`: was there before, and stays.
 */
export type Origin = 'made' | 'accepted' | 'adopted';

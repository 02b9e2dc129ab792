/** One call to the simulated AWS, as the bed recorded it. */
export interface RecordedCall {
  /** Order of arrival, from 1. */
  readonly sequence: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** From arrival to answer. */
  readonly milliseconds: number;
  /** Access key id; empty where the call is not signed. */
  readonly session: string;
  readonly account: string;
  readonly region: string;
  /** Name that is signed for, such as `ec2` or `elasticloadbalancing`. */
  readonly service: string;
  /** Name in AWS's API, such as `CreateRoute`. */
  readonly operation: string;
  /** Whether it changes something; a dry run does not. */
  readonly write: boolean;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Ids of EC2 that it named, and of a write also those that it answered with. */
  readonly resources: readonly string[];
  /** HTTP status; 0 where a fault kept the call from being done and answered. */
  readonly status: number;
  readonly errorCode?: string;
  /** Id of the last fault that hit it. */
  readonly fault?: string;
  readonly userAgent: string;
}

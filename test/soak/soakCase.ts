import type { Testbed } from '../testbed/startTestbed';

/** What a case runs in: nobody else uses it meanwhile, and nothing is in it at the beginning. */
export interface SoakWorld {
  testbed: Testbed;
  /** Account in which it works. */
  account: string;
  /** Empty folder for files. */
  directory: string;
}

/** A situation that is too slow, or one of too many, for every change. */
export interface SoakCase {
  /** Unique and stable, such as `run-eksctl/crash/create/012-CreateStack`; a run can be begun or limited by it. */
  name: string;
  /**
   * Brings the situation about and looks at the world afterwards.
   *
   * @returns the reason where it does not occur here, `undefined` where all is as it should be
   * @throws an error that says what is not
   */
  run(world: SoakWorld): Promise<{ skipped: string } | undefined>;
}

/** All cases of one subject, found out when they are about to run. */
export interface SoakList {
  name: string;
  /** The cases; the world serves to find out how many there are. */
  cases(world: SoakWorld): Promise<readonly SoakCase[]>;
  /** Frees what the cases share, such as a bundled action. */
  end(): Promise<void>;
}

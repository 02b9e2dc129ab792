import type { Testbed } from '../testbed/startTestbed';

/** What a case runs in: nobody else uses it meanwhile, and nothing is in it at the beginning. */
export interface SoakWorld {
  testbed: Testbed;
  /** Account in which it works. */
  account: string;
  /** Empty folder for files. */
  directory: string;
}

/** Runs it in a world that begins and ends with it. */
export type InNewWorld = <Result>(
  run: (world: SoakWorld) => Promise<Result>,
) => Promise<Result>;

/** A situation that is too slow, or one of too many, for every change. */
export interface SoakCase {
  /** Unique and stable, such as `run-eksctl/crash/create/012-CreateStack`; a run can be begun or limited by it. */
  name: string;
  /**
   * Brings the situation about and looks at the world afterwards.
   *
   * @returns the reason where it does not occur here, `undefined` where all is as it should be
   * @throws an error that says what is not; its cause may hold all that was said
   */
  run(world: SoakWorld): Promise<{ skipped: string } | undefined>;
}

/** All cases of one subject, found out when they are about to run. */
export interface SoakList {
  name: string;
  /** The cases; a world serves to find out how many there are, where that is not known from before. */
  cases(inNewWorld: InNewWorld): Promise<readonly SoakCase[]>;
  /** Frees what the cases share, such as a bundled action. */
  end(): Promise<void>;
}

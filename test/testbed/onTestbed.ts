/* eslint-disable jest/no-export, jest/valid-title -- defines tests for the files that call it */
import type { EC2 } from '@aws-sdk/client-ec2';
import { withTools } from '../tools/withTools.ts';
import { AUDITOR, ec2, LEDGER } from './awsClients.ts';
import { PEERING_SECONDS } from './peerings.ts';
import { startTestbed, type Testbed } from './startTestbed.ts';

/** Two seconds by itself; longer where other suites start their tools at the same time. */
const START_MILLISECONDS = 180_000;

/** What a test finds: a bed without resources, and two accounts in one region. */
export interface Ready {
  readonly testbed: Testbed;
  readonly ledger: EC2;
  readonly auditor: EC2;
}

/** Defines tests on one bed, which is reset before each of them. */
export function onTestbed(
  title: string,
  define: (ready: () => Ready) => void,
): void {
  withTools(['moto'], ({ moto }) => {
    describe(title, () => {
      let testbed: Testbed | undefined;
      let ready: Ready | undefined;

      beforeAll(async () => {
        testbed = await startTestbed(moto.path);
      }, START_MILLISECONDS);
      beforeEach(async () => {
        if (!testbed) throw new Error('The test bed did not start.');
        await testbed.reset();
        await testbed.settings({ durations: { peering: PEERING_SECONDS } });
        ready = {
          testbed,
          ledger: await ec2(testbed, LEDGER),
          auditor: await ec2(testbed, AUDITOR),
        };
      });
      afterAll(() => testbed?.stop());

      define(() => {
        if (!ready) throw new Error('To be called while a test runs.');
        return ready;
      });
    });
  });
}

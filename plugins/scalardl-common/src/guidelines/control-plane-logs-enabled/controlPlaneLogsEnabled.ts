import { textsOf } from '../../facts/plain/plain';
import { fail, pass } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { liveSideCheck } from '../liveCheck';
import { source } from '../sources';

const NEEDED = ['api', 'audit', 'authenticator'];
const EVERYTHING = ['*', 'all'];

/** https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html */
export const controlPlaneLogsEnabled: Guideline = {
  id: 'control-plane-logs-enabled',
  level: 'derived',
  title: 'The API server keeps a record of who did what',
  source: source('eksUserGuide', 'Send control plane logs to CloudWatch Logs'),
  pass: 'API, audit and authenticator logs go to CloudWatch.',
  fail: 'Nobody could tell afterwards who changed the cluster.',
  remedy:
    'List api, audit and authenticator in cloudWatch.clusterLogging.enableTypes.',
  plan: sideCheck({
    needs: ['clusterConfig'],
    check: ({ clusterConfig }) => {
      const keys = ['cloudWatch', 'clusterLogging', 'enableTypes'];
      const types = textsOf(clusterConfig.get(...keys));
      const missing = types.some(type => EVERYTHING.includes(type))
        ? []
        : NEEDED.filter(type => !types.includes(type));
      const evidence = {
        expected: NEEDED.join(', '),
        observed:
          types.length > 0
            ? `enableTypes is ${types.join(', ')}`
            : 'enableTypes is not set, so no log is kept',
        location: clusterConfig.locate(...keys),
      };
      return missing.length > 0 ? fail(evidence) : pass(evidence);
    },
  }),
  live: liveSideCheck({
    needs: ['cluster'],
    check: ({ cluster: { logTypes } }) => {
      const missing = NEEDED.filter(type => !logTypes.includes(type));
      const evidence = {
        expected: NEEDED.join(', '),
        observed:
          logTypes.length > 0
            ? `switched on: ${logTypes.join(', ')}`
            : 'no log is switched on',
      };
      return missing.length > 0 ? fail(evidence) : pass(evidence);
    },
  }),
};

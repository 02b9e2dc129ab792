import { healthyFacts } from '../../facts/live/fixture/healthy.fixture';
import { itJudges } from '../__testUtils__/itJudges';
import { denied, ofLedger } from '../__testUtils__/liveCases';
import { controlPlaneLogsEnabled } from './controlPlaneLogsEnabled';

const logs = (logTypes: string[]) =>
  ofLedger('cluster', cluster => ({ ...cluster, logTypes }));

describe('control-plane-logs-enabled, live', () => {
  itJudges(controlPlaneLogsEnabled, {
    'passes with the three logs': {
      facts: healthyFacts(),
      verdict: 'pass',
      says: 'api, audit, authenticator',
    },
    'fails where one is missing': {
      facts: logs(['api', 'audit', 'scheduler', 'controllerManager']),
      verdict: 'fail',
      says: 'switched on: api, audit, scheduler',
    },
    'fails without any': {
      facts: logs([]),
      verdict: 'fail',
      says: 'no log is switched on',
    },
    'is unknown where the cluster was not read': {
      facts: denied('cluster'),
      verdict: 'unknown',
      says: 'cluster was denied',
    },
  });
});

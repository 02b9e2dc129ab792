import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eksctlShapeFile } from '../../.scripts/guidelines/eksctlShape';
import { EKSCTL_SHAPE_FILE, ROOT } from '../../.scripts/guidelines/layout';
import { withTools } from '../tools/withTools';

withTools(['eksctl'], ({ eksctl }) => {
  describe('shape of the ClusterConfig', () => {
    it('is what the real eksctl says', () => {
      const schema = execFileSync(eksctl.path, ['utils', 'schema'], {
        encoding: 'utf8',
      });
      expect(readFileSync(join(ROOT, EKSCTL_SHAPE_FILE), 'utf8')).toBe(
        eksctlShapeFile(schema, eksctl.version ?? ''),
      );
    });
  });
});

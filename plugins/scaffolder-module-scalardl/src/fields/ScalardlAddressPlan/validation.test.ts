import { createFieldValidation } from '@backstage/plugin-scaffolder-react/alpha';
import { TestApiRegistry } from '@backstage/test-utils';
import type { JsonObject } from '@backstage/types';
import { type AddressPlanOptions, type AddressPlanValue } from './schema';
import { validateAddressPlan } from './validation';

const ZONES = ['ap-northeast-1a', 'ap-northeast-1c', 'ap-northeast-1d'];

async function errorsOf(
  value: unknown,
  surroundings: { formData?: JsonObject; options?: AddressPlanOptions } = {},
): Promise<string[]> {
  const field = createFieldValidation();
  await validateAddressPlan(value as AddressPlanValue, field, {
    apiHolder: TestApiRegistry.from(),
    formData: surroundings.formData ?? {},
    schema: {},
    uiSchema: { 'ui:options': surroundings.options ?? {} },
  });
  return field.__errors ?? [];
}

const SOUND = {
  ledger: { cidr: '10.1.0.0/20', zones: ZONES },
  auditor: { cidr: '10.1.16.0/20', zones: ZONES },
  serviceCidr: '172.20.0.0/16',
};

describe('validateAddressPlan', () => {
  it('lets a sound plan pass', async () => {
    await expect(errorsOf(SOUND)).resolves.toEqual([]);
  });

  it.each([undefined, {}])('asks for every part of %j', async value => {
    const errors = await errorsOf(value);
    for (const label of [
      'Service range',
      'Ledger range',
      'Ledger zones',
      'Auditor range',
      'Auditor zones',
    ]) {
      expect(errors).toContainEqual(
        expect.stringMatching(`^${label}: Expected`),
      );
    }
  });

  it('knows the options of the template', async () => {
    const options = { instanceTypes: ['m7i.xlarge'], maxNodes: 20 };
    await expect(errorsOf(SOUND, { options })).resolves.toEqual([
      expect.stringMatching(/^Ledger range: Expected .* 740 addresses/),
      expect.stringMatching(/^Auditor range: Expected .* 740 addresses/),
    ]);
  });

  it('knows what stands on other pages', async () => {
    const formData = { runners: '10.1.3.0/24' };
    await expect(errorsOf(SOUND, { formData })).resolves.toEqual([
      expect.stringMatching(/^Another range of this form: Runners: /),
    ]);
  });
});

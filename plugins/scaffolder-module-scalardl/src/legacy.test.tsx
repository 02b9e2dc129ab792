import {
  ScaffolderFieldExtensions,
  useCustomFieldExtensions,
} from '@backstage/plugin-scaffolder-react';
import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import {
  ScalardlAddressPlan,
  validateAddressPlan,
} from './fields/ScalardlAddressPlan';
import { ScalardlAddressPlanFieldExtension } from './legacy';

/** Finds fields as the scaffolder page of the old system does. */
function FoundFields(props: { outlet: JSX.Element }) {
  const fields = useCustomFieldExtensions(props.outlet);
  return (
    <ul>
      {fields.map(({ name, component, validation, schema }) => (
        <li key={name}>
          {name}
          {component === ScalardlAddressPlan && ' component'}
          {validation === validateAddressPlan && ' validation'}
          {schema && ` ${Object.keys(schema.returnValue.properties ?? {})}`}
        </li>
      ))}
    </ul>
  );
}

describe('ScalardlAddressPlanFieldExtension', () => {
  it('is found in the outlet of the scaffolder page', async () => {
    await renderInTestApp(
      <FoundFields
        outlet={
          <ScaffolderFieldExtensions>
            <ScalardlAddressPlanFieldExtension />
          </ScaffolderFieldExtensions>
        }
      />,
    );
    expect(screen.getByRole('listitem')).toHaveTextContent(
      'ScalardlAddressPlan component validation ledger,auditor,serviceCidr',
    );
  });
});

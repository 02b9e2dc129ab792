import { TextField } from '@backstage/ui';
import type { Side } from '@scalardl-on-eks/plugin-scalardl-common';
import { useId } from 'react';
import styles from './ScalardlAddressPlan.module.css';
import { SubnetTable } from './SubnetTable';
import { ZonesField } from './ZonesField';
import { sideSubnets } from './capacity';
import type { SideContext } from './formData';
import { INPUT_LABELS } from './judgement';
import type { AddressPlanValue } from './schema';

const TITLES: Readonly<Record<Side, string>> = {
  ledger: 'Ledger',
  auditor: 'Auditor',
};

interface SideNetworkProps {
  side: Side;
  network: AddressPlanValue['ledger'];
  context: SideContext;
  problems: { cidr: string[]; zones: string[] };
  onChange(network: AddressPlanValue['ledger']): void;
  isRequired?: boolean;
  isDisabled?: boolean;
  isReadOnly?: boolean;
}

/** Range, zones and resulting subnets of one side. */
export function SideNetwork(props: SideNetworkProps) {
  const { side, network, context, problems, onChange, ...state } = props;
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={styles.side}>
      <h4 id={titleId} className={styles.title}>
        {TITLES[side]}
      </h4>
      <TextField
        label={INPUT_LABELS[`${side}.cidr`]}
        description="IPv4 range of the new VPC, /16 to /24."
        placeholder="10.1.0.0/20"
        value={network.cidr}
        onChange={text => onChange({ ...network, cidr: text.trim() })}
        validationBehavior="aria"
        validate={() => problems.cidr.join('\n')}
        {...state}
      />
      <ZonesField
        label={INPUT_LABELS[`${side}.zones`]}
        zones={network.zones}
        problems={problems.zones}
        onChange={zones => onChange({ ...network, zones })}
        {...state}
      />
      <SubnetTable cidr={network.cidr} result={sideSubnets(network, context)} />
    </section>
  );
}

import { TextField } from '@backstage/ui';
import { SIDES, type Side } from '@scalardl-on-eks/plugin-scalardl-common';
import { useId, useMemo } from 'react';
import { ProposalButton } from './ProposalButton';
import styles from './ScalardlAddressPlan.module.css';
import { SideNetwork } from './SideNetwork';
import { Verdict } from './Verdict';
import { readContext } from './formData';
import { type PlanInput, isEmpty, judgePlan } from './judgement';
import {
  type AddressPlanValue,
  addressPlanSchema,
  completeValue,
} from './schema';
import { rangesOfHolders } from './takenRanges';
import { useCatalogRanges } from './useCatalogRanges';

type Props = typeof addressPlanSchema.TProps;

/** Asks for the ranges and zones of both sides and shows what eksctl will make of them. */
export function ScalardlAddressPlan(props: Props) {
  const { formData, formContext, onChange, schema, uiSchema, required } = props;
  const { disabled, readonly, rawErrors } = props;
  const options = uiSchema['ui:options'];
  const titleId = useId();
  const catalog = useCatalogRanges();
  const value = useMemo(() => completeValue(formData), [formData]);
  const context = useMemo(
    () => readContext(options, formContext?.formData),
    [options, formContext?.formData],
  );
  const problems = useMemo(() => judgePlan(value, context), [value, context]);
  const named = rangesOfHolders(options?.takenRanges ?? []);
  const taken = [
    ...named.taken,
    ...(catalog.state === 'read' ? catalog.taken : []),
  ];
  const submitted = (rawErrors ?? []).length > 0;
  const problemsOf = (input: PlanInput, typed: boolean) =>
    typed || submitted
      ? problems
          .filter(problem => problem.input === input)
          .map(({ message }) => message)
      : [];
  const setSide = (side: Side, network: AddressPlanValue['ledger']) =>
    onChange({ ...value, [side]: network });
  const state = { isDisabled: disabled, isReadOnly: readonly };

  return (
    <div role="group" aria-labelledby={titleId} className={styles.plan}>
      <div>
        <h3 id={titleId} className={styles.title}>
          {schema.title ?? 'Address plan'}
        </h3>
        <p className={styles.hint}>
          {schema.description ??
            'A new VPC for each side. No two networks that meet may share an address, and a range cannot be changed once the cluster exists.'}
        </p>
      </div>
      <ProposalButton
        query={{ value, context, options, taken }}
        catalog={catalog}
        named={named}
        onAccept={onChange}
        isDisabled={disabled || readonly}
      />
      <div className={styles.sides}>
        {SIDES.map(side => (
          <SideNetwork
            key={side}
            side={side}
            network={value[side]}
            context={context.sides[side]}
            problems={{
              cidr: problemsOf(`${side}.cidr`, value[side].cidr !== ''),
              zones: problemsOf(`${side}.zones`, value[side].zones.length > 0),
            }}
            onChange={network => setSide(side, network)}
            isRequired={required}
            {...state}
          />
        ))}
      </div>
      <TextField
        label="Service range"
        description="Kubernetes services of both clusters, /12 to /24, disjoint from every network that the pair reaches."
        placeholder="172.20.0.0/16"
        value={value.serviceCidr}
        onChange={text => onChange({ ...value, serviceCidr: text.trim() })}
        validationBehavior="aria"
        validate={text => problemsOf('serviceCidr', text !== '').join('\n')}
        isRequired={required}
        {...state}
      />
      <Verdict
        value={value}
        problems={problems}
        context={context}
        taken={taken}
        isUntouched={isEmpty(value) && !submitted}
      />
    </div>
  );
}

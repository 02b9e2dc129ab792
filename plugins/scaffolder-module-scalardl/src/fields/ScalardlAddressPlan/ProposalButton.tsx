import { Alert, Button } from '@backstage/ui';
import { useState } from 'react';
import styles from './ScalardlAddressPlan.module.css';
import { type ProposalQuery, propose } from './proposal';
import type { AddressPlanValue } from './schema';
import type { TakenRanges } from './takenRanges';
import type { CatalogRanges } from './useCatalogRanges';

interface ProposalButtonProps {
  query: ProposalQuery;
  catalog: CatalogRanges;
  /** Ranges in use that the template names. */
  named: TakenRanges;
  onAccept(value: AddressPlanValue): void;
  isDisabled?: boolean;
}

/** A button that fills in free ranges, and what is known of the ranges in use. */
export function ProposalButton(props: ProposalButtonProps) {
  const { query, catalog, named, onAccept, isDisabled } = props;
  const [outcome, setOutcome] = useState('');
  const handlePress = () => {
    const proposal = propose(query);
    if (!proposal.ok) {
      setOutcome(proposal.reason);
      return;
    }
    const { ledger, auditor } = proposal.value;
    onAccept(proposal.value);
    setOutcome(
      `Proposed ${ledger.cidr} for Ledger and ${auditor.cidr} for Auditor.`,
    );
  };
  const unreadable = [
    ...named.unreadable,
    ...(catalog.state === 'read' ? catalog.unreadable : []),
  ];
  return (
    <div className={styles.proposal}>
      <div className={styles.action}>
        <Button
          variant="secondary"
          onPress={handlePress}
          isDisabled={isDisabled || catalog.state === 'reading'}
        >
          Propose free ranges
        </Button>
        <span role="status" className={styles.hint}>
          {outcome || summaryOf(catalog)}
        </span>
      </div>
      {catalog.state === 'failed' && (
        <Alert
          status="warning"
          icon
          title="The ranges of other environments are not known"
          description={`They could not be read from the catalog: ${catalog.reason}. A proposed range may be in use.`}
        />
      )}
      {unreadable.length > 0 && (
        <Alert
          status="warning"
          icon
          title="Some ranges in use could not be read"
          description={unreadable
            .map(({ holder, text }) => `${holder}: ${text}`)
            .join('; ')}
        />
      )}
    </div>
  );
}

function summaryOf(catalog: CatalogRanges): string {
  if (catalog.state === 'reading')
    return 'Reading the ranges in use from the catalog.';
  if (catalog.state === 'failed') return '';
  const holders = new Set(catalog.taken.map(({ holder }) => holder));
  return `Ranges in use, from the catalog: ${catalog.taken.length}, of ${holders.size} environments.`;
}

import { TextField } from '@backstage/ui';
import { useState } from 'react';
import { formatZones, parseZones } from './zoneList';

interface ZonesFieldProps {
  label: string;
  zones: string[];
  problems: string[];
  onChange(zones: string[]): void;
  isRequired?: boolean;
  isDisabled?: boolean;
  isReadOnly?: boolean;
}

/** A list of zones as one text; what is being typed stays as it is while it means the same list. */
export function ZonesField(props: ZonesFieldProps) {
  const { zones, problems, onChange, ...state } = props;
  const [typed, setTyped] = useState(formatZones(zones));
  const isCurrent = formatZones(parseZones(typed)) === formatZones(zones);
  return (
    <TextField
      description="Availability zones, separated by commas. Three are recommended; check that your account has them."
      placeholder="ap-northeast-1a, ap-northeast-1c, ap-northeast-1d"
      value={isCurrent ? typed : formatZones(zones)}
      onChange={text => {
        setTyped(text);
        onChange(parseZones(text));
      }}
      validationBehavior="aria"
      validate={() => problems.join('\n')}
      {...state}
    />
  );
}

import { onPair } from './onPair.ts';
import { asksForItsRights } from './topics/asksForItsRights.ts';
import { outlastsFaults } from './topics/outlastsFaults.ts';
import { readsOnly } from './topics/readsOnly.ts';
import { tellsFacts } from './topics/tellsFacts.ts';

onPair('the collectors of AWS', ready => {
  tellsFacts(ready);
  readsOnly(ready);
  asksForItsRights(ready);
  outlastsFaults(ready);
});

import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';

import { Notifications } from '@mantine/notifications';
import { KeySheet } from './key-sheet.tsx';
import { Palette } from './palette.tsx';

/** The texts of the other pages come now too, so that opening one does not wait for them. */
void import('../i18n/en/index.ts').catch(() => {});

/** What is everywhere, but not needed to draw the first page. */
export default function Extras() {
  return (
    <>
      <Notifications position="bottom-right" limit={3} />
      <Palette />
      <KeySheet />
    </>
  );
}

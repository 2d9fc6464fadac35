import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';

import { Notifications } from '@mantine/notifications';
import { KeySheet } from './key-sheet.tsx';
import { Palette } from './palette.tsx';

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

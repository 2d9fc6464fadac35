/** Opens the palette, whose code may still be on the way. */
export const openPalette = async (): Promise<void> => {
  const { openSpotlight } = await import('@mantine/spotlight');
  openSpotlight();
};

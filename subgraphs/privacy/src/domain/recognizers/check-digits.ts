const digitsOf = (text: string) => text.replaceAll(/\D/g, '');

/** NHS number (NHS Data Model and Dictionary): weights 10 to 2, 11 minus the remainder; a check value of 10 is never issued. */
export function isNhsNumber(text: string): boolean {
  const digits = digitsOf(text);
  if (!/^\d{10}$/.test(digits) || /^(\d)\1+$/.test(digits)) return false;
  const sum = Array.from(digits.slice(0, 9)).reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}

/** US taxpayer number (IRS): begins with 9; the fourth and fifth digit are 50-65, 70-88, 90-92 or 94-99. It has no check digit. */
export function isItin(text: string): boolean {
  const digits = digitsOf(text);
  const group = Number(digits.slice(3, 5));
  return /^9\d{8}$/.test(digits) && ((group >= 50 && group <= 65) || (group >= 70 && group <= 88) || (group >= 90 && group <= 92) || group >= 94);
}

/** US social security number: no 000, 666 or 9xx area, no 00 group, no 0000 serial; nor the two that were printed in advertisements. */
export function isSsn(text: string): boolean {
  const digits = digitsOf(text);
  return (
    /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(digits) &&
    !['078051120', '219099999', '123456789'].includes(digits) &&
    !/^(\d)\1+$/.test(digits)
  );
}

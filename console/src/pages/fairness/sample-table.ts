/** A made-up table of 800 credit decisions with a gap between two groups, so that an audit can be tried at once. */
export function sampleTable(): string {
  const rows = ['gender,age_group,score,approved,repaid'];
  for (let index = 0; index < 800; index++) {
    const woman = index % 2 === 0;
    const young = index % 5 < 2;
    // Low-discrepancy numbers (multiples of irrationals): spread evenly, and the same for everybody.
    const score = (index * 0.618_033_988_75) % 1;
    const luck = (index * 0.754_877_666_25) % 1;
    const approved = score > (woman ? 0.52 : 0.36) + (young ? 0.06 : 0);
    const repaid = luck < 0.25 + score * 0.7;
    rows.push([woman ? 'woman' : 'man', young ? '18-29' : '30+', score.toFixed(2), approved ? 'yes' : 'no', repaid ? 'yes' : 'no'].join(','));
  }
  return `${rows.join('\n')}\n`;
}

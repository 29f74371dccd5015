// Fails when something that ships to a browser has grown over its limit. Weighs packages/elements/dist/cdn as built.
import { bundles } from '../bench/bundle-size.ts';

for (const { name, limit, weigh } of bundles) {
  const size = await weigh();
  console.log(
    `${size > limit ? 'Too large' : 'Fine'}: ${name} ${size.toFixed(1)} KiB gzip, at most ${limit}`,
  );
  if (size > limit) process.exitCode = 1;
}

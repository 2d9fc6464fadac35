# syntax=docker/dockerfile:1
# One image for all: the service's name is its argument, "gateway" where none is given.
#   docker build -t customerai . && docker run --rm customerai            (says which variables it lacks)
# The workspace keeps its layout, since Node strips no types under node_modules.

# node:24-bookworm-slim as of 24.18.0. To move on: docker buildx imagetools inspect node:24-bookworm-slim
ARG NODE_IMAGE=node:24-bookworm-slim@sha256:6f7b03f7c2c8e2e784dcf9295400527b9b1270fd37b7e9a7285cf83b6951452d

FROM ${NODE_IMAGE} AS tools
ENV CI=true PNPM_HOME=/pnpm
RUN npm install --global --ignore-scripts --no-audit --no-fund pnpm@12.21.0
WORKDIR /app

# Everything the lock file names, once, in a layer that only a changed lock file makes anew.
FROM tools AS store
COPY pnpm-lock.yaml pnpm-workspace.yaml ./
RUN pnpm fetch --store-dir /pnpm/store

FROM store AS console
COPY . .
RUN pnpm install --store-dir /pnpm/store --offline --frozen-lockfile --ignore-scripts --filter "@customerai/console..." \
  && pnpm --filter @customerai/console build

FROM store AS application
COPY . .
RUN pnpm install --store-dir /pnpm/store --offline --frozen-lockfile --ignore-scripts --prod --filter "@customerai/platform..." \
  && node scripts/image/prune.ts /app

FROM ${NODE_IMAGE} AS runtime
# No package manager in what runs, and a folder that the only user may write.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /opt/yarn* /usr/local/bin/yarn* \
  && install -d -o 65532 -g 65532 /data /keys/gateway /keys/public /keys/auth /keys/sentiment /keys/privacy
COPY --from=application /app /app
COPY --from=console /app/console/dist /app/console/dist
WORKDIR /app
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=4000 \
    DATA_DIR=/data \
    APOLLO_TELEMETRY_DISABLED=1 \
    ORT_DISABLE_TELEMETRY=1 \
    MALLOC_ARENA_MAX=2 \
    MALLOC_MMAP_THRESHOLD_=1048576 \
    MALLOC_TRIM_THRESHOLD_=1048576
USER 65532:65532
EXPOSE 4000
# Node is process 1 and gets SIGTERM itself; the flags are those of scripts/node-flags.mjs (a test compares them).
ENTRYPOINT ["node", "--disable-warning=DEP0040", "--disable-warning=ExperimentalWarning", "--max-semi-space-size=16", "--heap-growing-percent=100", "packages/platform/src/run-one.ts"]
CMD ["gateway"]

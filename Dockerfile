# `npm run check-image` carries out what this file says without an engine, and test/container/ reads it; so it keeps to
# the instructions and forms that those know.

FROM node:20-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No package needs its install script; none gets to run one.
RUN npm ci --ignore-scripts
COPY LICENSE tsconfig.json tsconfig.build.json ./
COPY tools/prepare.js tools/
COPY proto proto/
COPY src src/
RUN node tools/prepare.js
RUN npm prune --omit=dev --ignore-scripts
# Whatever rights the files had where they come from: all may read them, nobody but root may write.
RUN chmod -R a+rX,go-w .

FROM node:20-slim
WORKDIR /app
# A container is reached from elsewhere or not at all.
ENV NODE_ENV=production \
    HOLDFAST_GATEWAY_LISTEN=0.0.0.0:42424 \
    HOLDFAST_GRPC_LISTEN=0.0.0.0:7400 \
    HOLDFAST_ADMIN_LISTEN=0.0.0.0:7401 \
    HOLDFAST_CLUSTER_LISTEN=0.0.0.0:7402
COPY --from=build /app/package.json /app/LICENSE ./
COPY --from=build /app/proto proto/
COPY --from=build /app/node_modules node_modules/
COPY --from=build /app/dist dist/
# By number, so that Kubernetes can tell that it is not root.
USER 10001:10001
EXPOSE 42424 7400 7401 7402
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.HOLDFAST_ADMIN_LISTEN.split(':').at(-1) + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "/app/dist/main.js"]
CMD ["serve"]

{{/* The pod of a service. dict: root, name, color, s (its settings) */}}
{{- define "customerai.pod" -}}
{{- $v := .root.Values -}}
{{- $isGateway := eq .name "gateway" -}}
{{- $scheme := ternary "HTTPS" "HTTP" (and $v.mtls.enabled (not $isGateway)) -}}
{{- $graph := and $isGateway (eq $v.supergraph.source "configMap") -}}
metadata:
  labels:
    {{- include "customerai.labels" . | nindent 4 }}
    customerai/role: {{ ternary "gateway" "subgraph" $isGateway }}
  {{- $annotations := deepCopy $v.podAnnotations }}
  {{- if $graph }}{{- $_ := set $annotations "checksum/supergraph" (.root.Files.Get "files/supergraph.graphql" | sha256sum) }}{{- end }}
  {{- if eq $v.secrets.source "values" }}{{- $_ := set $annotations "checksum/secrets" (toJson $v.secrets.values | sha256sum) }}{{- end }}
  {{- with $annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  serviceAccountName: {{ include "customerai.objectName" (dict "root" .root "name" .name) }}
  automountServiceAccountToken: false
  enableServiceLinks: false
  terminationGracePeriodSeconds: {{ $v.terminationGracePeriodSeconds }}
  {{- with $v.priorityClassName }}
  priorityClassName: {{ . }}
  {{- end }}
  {{- with $v.image.pullSecrets }}
  imagePullSecrets:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  securityContext:
    {{- include "customerai.podSecurity" . | nindent 4 }}
  {{- if not .s.singleton }}
  topologySpreadConstraints:
    {{- range list "kubernetes.io/hostname" "topology.kubernetes.io/zone" }}
    - maxSkew: 1
      topologyKey: {{ . }}
      whenUnsatisfiable: {{ $.s.topologySpread }}
      labelSelector:
        matchLabels:
          {{- include "customerai.selector" $ | nindent 10 }}
    {{- end }}
  {{- end }}
  containers:
    - name: {{ .name }}
      image: {{ include "customerai.image" . }}
      imagePullPolicy: {{ $v.image.pullPolicy }}
      args: [{{ .name }}]
      ports:
        - { name: http, containerPort: 4000 }
        {{- if $v.metrics.enabled }}
        - { name: metrics, containerPort: {{ $v.metrics.port }} }
        {{- end }}
      env:
        {{- include "customerai.env" . | nindent 8 }}
      startupProbe:
        httpGet: { path: /readyz, port: http, scheme: {{ $scheme }} }
        periodSeconds: 2
        failureThreshold: 60
      livenessProbe:
        httpGet: { path: /livez, port: http, scheme: {{ $scheme }} }
        periodSeconds: 10
        timeoutSeconds: 5
        failureThreshold: 6
      readinessProbe:
        httpGet: { path: /readyz, port: http, scheme: {{ $scheme }} }
        periodSeconds: 5
        timeoutSeconds: 3
        failureThreshold: 2
      lifecycle:
        preStop:
          sleep: { seconds: {{ $v.preStopSleepSeconds }} }
      resources:
        {{- toYaml .s.resources | nindent 8 }}
      securityContext:
        {{- include "customerai.containerSecurity" . | nindent 8 }}
      volumeMounts:
        - { name: tmp, mountPath: /tmp }
        - { name: data, mountPath: /data }
        - { name: secrets, mountPath: /var/run/customerai/secrets, readOnly: true }
        {{- if $v.mtls.enabled }}
        - { name: tls, mountPath: /var/run/customerai/tls, readOnly: true }
        {{- end }}
        {{- if $graph }}
        - { name: supergraph, mountPath: /var/run/customerai/graph, readOnly: true }
        {{- end }}
  volumes:
    - { name: tmp, emptyDir: { sizeLimit: 256Mi } }
    - name: data
      {{- if .s.persistence.enabled }}
      persistentVolumeClaim:
        claimName: {{ default (include "customerai.objectName" (dict "root" .root "name" .name)) .s.persistence.existingClaim }}
      {{- else }}
      emptyDir: { sizeLimit: 1Gi }
      {{- end }}
    {{- include "customerai.secretVolume" (dict "root" .root "keys" (concat .s.needs .s.moreSecrets)) | nindent 4 }}
    {{- if $v.mtls.enabled }}
    - name: tls
      secret: { secretName: {{ include "customerai.objectName" (dict "root" .root "name" .name) }}-tls, defaultMode: 288 }
    {{- end }}
    {{- if $graph }}
    - name: supergraph
      configMap: { name: {{ include "customerai.fullname" .root }}-supergraph }
    {{- end }}
  {{- with $v.nodeSelector }}
  nodeSelector:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $v.tolerations }}
  tolerations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $v.affinity }}
  affinity:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}

{{/* Of the one Secret, the keys that a container reads and no others; mode 288 is octal 0440, which parsers of YAML 1.2 would misread. dict: root, keys */}}
{{- define "customerai.secretVolume" -}}
- name: secrets
  secret:
    secretName: {{ include "customerai.secretName" .root }}
    defaultMode: 288
    items:
      {{- range .keys }}
      - { key: {{ . }}, path: {{ . }} }
      {{- end }}
{{- end }}

{{- define "customerai.secretEnv" -}}
{{- range . }}
- { name: {{ . }}_FILE, value: /var/run/customerai/secrets/{{ . }} }
{{- end }}
{{- end }}

{{/* dict: root, name, color, s */}}
{{- define "customerai.env" -}}
{{- $v := .root.Values -}}
{{- $pairs := dict "LOG_LEVEL" $v.settings.logLevel "LOG_FORMAT" $v.settings.logFormat "HOST" "0.0.0.0" "PORT" "4000" "DATA_DIR" "/data" -}}
{{- if $v.metrics.enabled }}{{- $_ := set $pairs "METRICS_PORT" ($v.metrics.port | toString) }}{{- end }}
{{- with $v.tracing.endpoint }}{{- $_ := set $pairs "OTEL_EXPORTER_OTLP_ENDPOINT" . }}{{- $_ := set $pairs "OTEL_TRACES_SAMPLER_ARG" ($v.tracing.sampleRatio | toString) }}{{- end }}
{{- with $v.nats.replicas }}{{- $_ := set $pairs "NATS_REPLICAS" (. | toString) }}{{- end }}
{{- if $v.mtls.enabled }}{{- $_ := set $pairs "TLS_CERT_FILE" "/var/run/customerai/tls/tls.crt" }}{{- $_ := set $pairs "TLS_KEY_FILE" "/var/run/customerai/tls/tls.key" }}{{- $_ := set $pairs "TLS_CA_FILE" "/var/run/customerai/tls/ca.crt" }}{{- end }}
{{- if eq .name "gateway" }}
{{- $_ := set $pairs "SUBGRAPH_URLS" (include "customerai.subgraphUrls" .) }}
{{- if eq $v.supergraph.source "configMap" }}{{- $_ := set $pairs "SUPERGRAPH_FILE" "/var/run/customerai/graph/supergraph.graphql" }}{{- end }}
{{- end }}
{{- if eq .name "auth" }}{{- $_ := set $pairs "ADMIN_EMAIL" $v.settings.adminEmail }}{{- end }}
{{- $pairs = mergeOverwrite $pairs .s.env }}
{{- range $name, $value := $pairs }}
- { name: {{ $name }}, value: {{ $value | toString | quote }} }
{{- end }}
{{- include "customerai.secretEnv" (concat .s.needs .s.moreSecrets) }}
{{- end }}

{{/* A gateway asks the services of its own colour; one that is never doubled has none. dict: root, color */}}
{{- define "customerai.subgraphUrls" -}}
{{- $root := .root -}}{{- $color := .color -}}{{- $urls := list -}}
{{- range $name := keys $root.Values.services | sortAlpha -}}
{{- if ne $name "gateway" -}}
{{- $s := include "customerai.settings" (dict "root" $root "name" $name) | fromYaml -}}
{{- $host := include "customerai.objectName" (dict "root" $root "name" $name "color" (ternary "" $color $s.singleton)) -}}
{{- $urls = append $urls (printf "%s=%s://%s:4000/graphql" $name (ternary "https" "http" $root.Values.mtls.enabled) $host) -}}
{{- end -}}
{{- end -}}
{{- join "," $urls -}}
{{- end }}

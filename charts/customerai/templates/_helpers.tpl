{{- define "customerai.fullname" -}}
{{- if .Values.fullnameOverride -}}{{ .Values.fullnameOverride | trunc 40 | trimSuffix "-" }}
{{- else if contains .Chart.Name .Release.Name -}}{{ .Release.Name | trunc 40 | trimSuffix "-" }}
{{- else -}}{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 40 | trimSuffix "-" }}{{- end -}}
{{- end }}

{{/* dict: root, name (optional), color (optional) */}}
{{- define "customerai.selector" -}}
app.kubernetes.io/name: customerai
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- with .name }}
app.kubernetes.io/component: {{ . }}
{{- end }}
{{- with .color }}
customerai/color: {{ . }}
{{- end }}
{{- end }}

{{- define "customerai.labels" -}}
{{ include "customerai.selector" . }}
app.kubernetes.io/part-of: customerai
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- end }}

{{/* A service's values over the defaults. dict: root, name. Read it with fromYaml. */}}
{{- define "customerai.settings" -}}
{{ mergeOverwrite (deepCopy .root.Values.defaults) (deepCopy (index .root.Values.services .name)) | toYaml }}
{{- end }}

{{/* "rollout", "colors" or "": how a version replaces another one. */}}
{{- define "customerai.mode" -}}
{{- $d := .Values.deployment -}}
{{- if eq $d.strategy "blueGreen" -}}
{{- $has := .Capabilities.APIVersions.Has "argoproj.io/v1alpha1/Rollout" -}}
{{- if or (eq $d.rollouts "always") (and (eq $d.rollouts "auto") $has) -}}rollout{{- else -}}colors{{- end -}}
{{- end -}}
{{- end }}

{{/* The workloads of a service as a JSON list of colours; [""] where it has none. dict: root, singleton. */}}
{{- define "customerai.colors" -}}
{{- $colors := list -}}
{{- if and (eq (include "customerai.mode" .root) "colors") (not .singleton) -}}
{{- range $color := list "blue" "green" -}}{{- if (index $.root.Values.colors $color).deploy -}}{{- $colors = append $colors $color -}}{{- end -}}{{- end -}}
{{- else -}}{{- $colors = list "" -}}{{- end -}}
{{- toJson $colors -}}
{{- end }}

{{/* dict: root, name, color */}}
{{- define "customerai.objectName" -}}
{{- printf "%s-%s" (include "customerai.fullname" .root) .name -}}{{- with .color }}-{{ . }}{{- end -}}
{{- end }}

{{/* dict: root, color */}}
{{- define "customerai.image" -}}
{{- $image := .root.Values.image -}}
{{- $tag := default .root.Chart.AppVersion $image.tag -}}
{{- $own := "" -}}
{{- if .color -}}{{- $own = (index .root.Values.colors .color).tag -}}{{- end -}}
{{- if $own -}}{{ printf "%s:%s" $image.repository $own }}
{{- else if $image.digest -}}{{ printf "%s@%s" $image.repository $image.digest }}
{{- else -}}{{ printf "%s:%s" $image.repository $tag }}{{- end -}}
{{- end }}

{{- define "customerai.secretName" -}}
{{- if eq .Values.secrets.source "existing" -}}{{ .Values.secrets.existingName }}{{- else -}}{{ include "customerai.fullname" . }}{{- end -}}
{{- end }}

{{/* The colour that is public now: the running Service's where a cluster can be asked. */}}
{{- define "customerai.liveColor" -}}
{{- $service := lookup "v1" "Service" .Release.Namespace (include "customerai.objectName" (dict "root" . "name" "gateway")) -}}
{{- $color := dig "spec" "selector" "customerai/color" "" (default dict $service) -}}
{{- default .Values.activeColor $color -}}
{{- end }}

{{- define "customerai.podSecurity" -}}
runAsNonRoot: true
runAsUser: 65532
runAsGroup: 65532
fsGroup: 65532
seccompProfile: { type: RuntimeDefault }
{{- end }}

{{- define "customerai.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
runAsNonRoot: true
capabilities: { drop: [ALL] }
{{- end }}

{{/* An egress rule. dict: ports, to */}}
{{- define "customerai.toPorts" -}}
- ports:
    {{- range .ports }}
    - { protocol: TCP, port: {{ . }} }
    {{- end }}
  {{- with .to }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}

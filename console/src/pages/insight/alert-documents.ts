import { graphql } from '../../generated/index.ts';

export const AlertRulesDocument = graphql(`
  query AlertRuleList {
    alertRules {
      id
      name
      metric
      comparison
      threshold
      window
      webhookHost
      lastAlert {
        value
        at
        resolved
      }
    }
  }
`);

export const SetAlertRuleDocument = graphql(`
  mutation SetRule($input: AlertRuleInput!) {
    setAlertRule(input: $input) {
      id
      webhookSecret
    }
  }
`);

export const RemoveAlertRuleDocument = graphql(`
  mutation RemoveRule($id: ID!) {
    removeAlertRule(id: $id)
  }
`);

export const AlertRaisedDocument = graphql(`
  subscription AlertNews {
    alertRaised {
      id
      resolved
    }
  }
`);

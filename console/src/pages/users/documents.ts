import { graphql } from '../../generated/index.ts';

export const UserListDocument = graphql(`
  query UserList($search: String, $first: Int!, $after: String) {
    users(search: $search, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          email
          name
          roles
          disabled
          createdAt
          lastSignInAt
        }
      }
    }
  }
`);

export const CreateUserDocument = graphql(`
  mutation CreateUser($input: CreateUserInput!) {
    createUser(input: $input) {
      id
    }
  }
`);

export const SetRolesDocument = graphql(`
  mutation SetRoles($id: ID!, $roles: [Role!]!) {
    setUserRoles(id: $id, roles: $roles) {
      id
      roles
    }
  }
`);

export const DisableUserDocument = graphql(`
  mutation DisableUser($id: ID!) {
    disableUser(id: $id) {
      id
      disabled
    }
  }
`);

export const ApiClientsDocument = graphql(`
  query ApiClientList {
    apiClients {
      id
      name
      scopes
      createdAt
      lastUsedAt
    }
  }
`);

export const CreateApiClientDocument = graphql(`
  mutation CreateClient($input: CreateApiClientInput!) {
    createApiClient(input: $input) {
      clientId
      clientSecret
    }
  }
`);

export const RevokeApiClientDocument = graphql(`
  mutation RevokeClient($id: ID!) {
    revokeApiClient(id: $id)
  }
`);

package org.openchami.auth.identity;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.openchami.auth.authority.OAuthError;
import org.openchami.auth.credential.ClientSecret;
import org.openchami.auth.credential.SigningKey;
import org.openchami.auth.credential.StoredIdentity;
import org.openchami.auth.identity.TokenAnswer.Granted;
import org.openchami.auth.identity.TokenAnswer.Refused;
import org.openchami.auth.registration.Acknowledged;
import org.openchami.auth.registration.ClientEvidence;
import org.openchami.auth.registration.ClientMetadata;
import org.openchami.auth.registration.Registrar;
import org.openchami.auth.secret.BearerToken;
import org.openchami.auth.secret.Secret;

import io.smallrye.mutiny.Uni;

/** An authority that keeps clients and refresh tokens as the real one does, says first what it is told to say, and remembers each call. */
final class PlayedAuthority implements Registrar, TokenSource {
    static final Duration LIFE = Duration.ofMinutes(10);

    /** What the authority knows of a client. */
    record Client(List<String> kids, Optional<Secret> secret, List<String> grants) {
        Client(List<String> kids, Optional<Secret> secret) {
            this(kids, secret, List.of("client_credentials"));
        }
    }

    final List<String> calls = new ArrayList<>();
    final Map<String, Client> clients = new LinkedHashMap<>();
    /** The refresh tokens that are still good. */
    final List<String> refreshTokens = new ArrayList<>();
    /** What the token endpoint says next, before it speaks for itself. */
    final Deque<Uni<TokenAnswer>> answers = new ArrayDeque<>();
    /** What the next changes of a registration fail with. */
    final Deque<Throwable> refusals = new ArrayDeque<>();
    final Deque<ClientEvidence> evidence = new ArrayDeque<>();
    boolean keySetRead = true;
    /** Whether it withholds all scopes. */
    boolean withholds;
    Optional<Duration> secretLife = Optional.empty();
    /** Asked when a change was done: whether who asked for it lives to hear of it. */
    BooleanSupplier heard = () -> true;
    private final SimTime time;
    private final boolean namesClients;
    private int given;

    PlayedAuthority(SimTime time, boolean namesClients) {
        this.time = time;
        this.namesClients = namesClients;
    }

    /** How many calls began like this. */
    long count(String call) {
        return calls.stream().filter(made -> made.startsWith(call)).count();
    }

    static Refused invalidClient() {
        return new Refused(401, new OAuthError("invalid_client", "Client authentication failed"));
    }

    static Refused keyUnknown() {
        return new Refused(400, new OAuthError("invalid_request", "signing key with kid 'k', which could not be found."));
    }

    static Refused notAllowed() {
        return new Refused(400, new OAuthError("invalid_scope", "not allowed to request scope"));
    }

    /** As Hydra says it. */
    static Refused grantMissing() {
        return new Refused(400, new OAuthError("unauthorized_client", "not allowed to use authorization grant 'refresh_token'"));
    }

    Granted granted(Optional<Secret> successor) {
        return new Granted(new BearerToken("token-" + ++given, time.instant().plus(LIFE)), LIFE, successor);
    }

    @Override
    public Uni<TokenAnswer> request(TokenRequest request) {
        PlayedProof proof = PlayedProof.of(request.proof());
        calls.add(request.refreshToken().map(token -> "refresh " + token.reveal()).orElse("token " + proof.clientId()));
        if (!answers.isEmpty()) {
            return answers.poll();
        }
        Client client = clients.get(proof.clientId());
        if (client == null || proof.secret().isPresent() && !proof.secret().equals(client.secret())) {
            return Uni.createFrom().item(invalidClient());
        } else if (proof.kid().filter(kid -> !client.kids().contains(kid)).isPresent()) {
            return Uni.createFrom().item(keyUnknown());
        }
        return Uni.createFrom().item(request.refreshToken().map(token -> client.grants().contains("refresh_token")
                ? refreshed(token)
                : grantMissing()).orElseGet(() -> granted(Optional.empty())));
    }

    private TokenAnswer refreshed(Secret token) {
        if (!refreshTokens.remove(token.reveal())) {
            return new Refused(400, new OAuthError("invalid_grant", "The refresh token is spent."));
        }
        refreshTokens.add(token.reveal() + "'");
        return granted(Optional.of(Secret.of(token.reveal() + "'")));
    }

    @Override
    public Uni<Acknowledged> register(ClientMetadata metadata, StoredIdentity identity) {
        String id = namesClients ? "dyn-" + ++given : metadata.clientId();
        calls.add("register " + id);
        Optional<ClientSecret> secret = namesClients && metadata.keys().isEmpty()
                ? Optional.of(new ClientSecret(Secret.of("secret-" + given), time.instant(), secretLife.map(time.instant()::plus)))
                : Optional.empty();
        return change(id, metadata, secret.or(identity::secret).map(ClientSecret::value), secret, namesClients);
    }

    @Override
    public Uni<Acknowledged> update(ClientMetadata metadata, StoredIdentity identity, Change change) {
        String id = identity.client().orElseThrow().id();
        calls.add("update " + id + " " + change);
        Optional<Secret> secret = namesClients ? clients.get(id).secret() : identity.secret().map(ClientSecret::value);
        return change(id, metadata, secret, Optional.empty(), namesClients);
    }

    private Uni<Acknowledged> change(String id, ClientMetadata metadata, Optional<Secret> secret, Optional<ClientSecret> told,
            boolean managed) {
        if (!refusals.isEmpty()) {
            return Uni.createFrom().failure(refusals.poll());
        }
        clients.put(id, new Client(metadata.keys().stream().map(SigningKey::kid).toList(), secret, metadata.grants()));
        if (!heard.getAsBoolean()) {
            return Uni.createFrom().nothing();
        }
        Optional<Secret> token = managed ? Optional.of(Secret.of("rat-" + ++given)) : Optional.empty();
        return Uni.createFrom().item(new Acknowledged(id, told, token, withholds ? Set.of() : metadata.scopes(),
                metadata.audiences()));
    }

    @Override
    public Uni<ClientEvidence> evidence(StoredIdentity identity) {
        String id = identity.client().orElseThrow().id();
        calls.add("evidence " + id);
        ClientEvidence gone = namesClients ? ClientEvidence.REFUSED : ClientEvidence.ABSENT;
        return Uni.createFrom().item(!evidence.isEmpty() ? evidence.poll() : clients.containsKey(id) ? ClientEvidence.THERE : gone);
    }

    @Override
    public Uni<Void> delete(StoredIdentity identity) {
        String id = identity.client().orElseThrow().id();
        calls.add("delete " + id);
        if (!refusals.isEmpty()) {
            return Uni.createFrom().failure(refusals.poll());
        }
        clients.remove(id);
        return heard.getAsBoolean() ? Uni.createFrom().voidItem() : Uni.createFrom().nothing();
    }
}

"""Administration through confluent-kafka."""

import confluent_kafka as ck
from adapter import ClientError
from confluent_kafka import admin as cka


def first(futures):
    """The result of the only future in a mapping."""
    (future,) = futures.values()
    return future.result(30)


def acl_filter(principal, kind=cka.ResourceType.ANY, name=None):
    """The access rules of a principal."""
    return cka.AclBindingFilter(kind, name, cka.ResourcePatternType.ANY, principal, None, cka.AclOperation.ANY,
                                cka.AclPermissionType.ANY)


class AdminOperations:
    """The admin.* operations of the adapter."""

    @property
    def admin(self):
        if self.admin_client is None:
            self.admin_client = cka.AdminClient(self.configuration(self.admin_config, {}))
        return self.admin_client

    def admin_open(self, config):
        """From now on somebody else administers."""
        self.admin_client, self.admin_config = None, config

    def admin_create_topics(self, topics, validate_only=False):
        wanted = [
            cka.NewTopic(one["name"], one.get("partitions", 1), one.get("replication", 1), config=one.get("configs", {}))
            for one in topics
        ]
        for future in self.admin.create_topics(wanted, validate_only=validate_only, operation_timeout=20).values():
            future.result(30)

    def admin_list_topics(self):
        return sorted(self.admin.list_topics(timeout=20).topics)

    def admin_describe_topic(self, topic):
        described = first(self.admin.describe_topics(ck.TopicCollection([topic])))
        return {
            "internal": described.is_internal,
            "partitions": [
                {"p": one.id, "leader": one.leader.id, "replicas": [node.id for node in one.replicas],
                 "isr": [node.id for node in one.isr]}
                for one in described.partitions
            ],
        }

    def admin_describe_cluster(self):
        cluster = self.admin.describe_cluster().result(30)
        return {"cluster": cluster.cluster_id, "controller": cluster.controller.id,
                "nodes": [[node.id, node.host, node.port] for node in cluster.nodes]}

    def admin_create_acls(self, principal, acls):
        wanted = [
            cka.AclBinding(cka.ResourceType[kind], name, cka.ResourcePatternType.LITERAL, principal, "*",
                           cka.AclOperation[operation], cka.AclPermissionType[permission])
            for kind, name, operation, permission in acls
        ]
        for future in self.admin.create_acls(wanted).values():
            future.result(30)

    def admin_list_acls(self, principal):
        found = self.admin.describe_acls(acl_filter(principal)).result(30)
        return sorted([one.restype.name, one.name, one.operation.name, one.permission_type.name] for one in found)

    def admin_delete_acls(self, principal, topic):
        first(self.admin.delete_acls([acl_filter(principal, cka.ResourceType.TOPIC, topic)]))

    def admin_delete_topics(self, topics):
        for future in self.admin.delete_topics(topics, operation_timeout=20).values():
            future.result(30)

    def admin_create_partitions(self, topic, count):
        first(self.admin.create_partitions([cka.NewPartitions(topic, count)], operation_timeout=20))

    def admin_describe_configs(self, kind, name):
        resource = cka.ConfigResource(kind.upper(), name)
        return {
            key: {"value": entry.value, "default": entry.is_default, "read_only": entry.is_read_only,
                  "sensitive": entry.is_sensitive}
            for key, entry in first(self.admin.describe_configs([resource])).items()
        }

    def admin_alter_configs(self, topic, change=None, delete=()):
        entries = [
            cka.ConfigEntry(key, value, incremental_operation=cka.AlterConfigOpType.SET)
            for key, value in (change or {}).items()
        ]
        entries += [
            cka.ConfigEntry(key, None, incremental_operation=cka.AlterConfigOpType.DELETE) for key in delete
        ]
        resource = cka.ConfigResource(cka.ResourceType.TOPIC, topic, incremental_configs=entries)
        first(self.admin.incremental_alter_configs([resource]))

    def admin_alter_scram(self, user, mechanism, password=None, iterations=4096):
        """Gives a user a password for a mechanism, or takes it away."""
        kind = cka.ScramMechanism[mechanism.replace("-", "_")]
        if password is None:
            change = cka.UserScramCredentialDeletion(user, kind)
        else:
            change = cka.UserScramCredentialUpsertion(user, cka.ScramCredentialInfo(kind, iterations), password.encode())
        first(self.admin.alter_user_scram_credentials([change]))

    def admin_describe_scram(self, user):
        described = first(self.admin.describe_user_scram_credentials([user]))
        return {info.mechanism.name.replace("_", "-"): info.iterations for info in described.scram_credential_infos}

    def admin_delete_records(self, topic, partition, offset):
        answer = self.admin.delete_records([ck.TopicPartition(topic, partition, offset)])
        return first(answer).low_watermark

    def admin_list_offsets(self, topic, partition, spec):
        wanted = {
            "earliest": cka.OffsetSpec.earliest, "latest": cka.OffsetSpec.latest,
            "max-timestamp": cka.OffsetSpec.max_timestamp,
        }
        at = wanted[spec]() if isinstance(spec, str) else cka.OffsetSpec.for_timestamp(spec)
        found = first(self.admin.list_offsets({ck.TopicPartition(topic, partition): at}))
        return [found.offset, found.timestamp]

    def admin_list_groups(self):
        listing = self.admin.list_consumer_groups().result(30)
        return {one.group_id: one.state.name for one in listing.valid}

    def admin_describe_group(self, group):
        described = first(self.admin.describe_consumer_groups([group]))
        return {
            "state": described.state.name, "assignor": described.partition_assignor,
            "members": [
                {"client": one.client_id, "host": one.host, "instance": one.group_instance_id, "member": one.member_id,
                 "assignment": sorted([part.topic, part.partition] for part in one.assignment.topic_partitions)}
                for one in described.members
            ],
        }

    def admin_delete_groups(self, groups):
        for future in self.admin.delete_consumer_groups(groups).values():
            future.result(30)

    def admin_group_offsets(self, group):
        answer = first(self.admin.list_consumer_group_offsets([ck.ConsumerGroupTopicPartitions(group)]))
        return sorted([one.topic, one.partition, one.offset] for one in answer.topic_partitions)

    def admin_alter_group_offsets(self, group, offsets):
        wanted = [ck.TopicPartition(*triple) for triple in offsets]
        answer = first(self.admin.alter_consumer_group_offsets([ck.ConsumerGroupTopicPartitions(group, wanted)]))
        for one in answer.topic_partitions:
            if one.error is not None:
                raise ClientError(one.error.name(), one.error.str())
